using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Command lines that turn raw frames on standard input and a WAV file into the finished file.</summary>
internal static class EncoderArguments
{
    private const int KeyframeSeconds = 2;
    private const int SoundKilobits = 192;

    /// <param name="soundPath">Null = a silent file without a sound stream.</param>
    public static IReadOnlyList<string> Build(RenderPlan plan, RenderSettings settings, string? soundPath, string outputPath)
    {
        var canvas = plan.Canvas;
        var arguments = new FfmpegArguments().RawVideoInput(canvas.Width, canvas.Height, canvas.FramesPerSecond);
        var hasSound = soundPath is not null && settings.Format != OutputFormat.Gif;
        if (hasSound)
        {
            arguments.WavInput(soundPath!);
        }

        if (settings.Format == OutputFormat.Gif)
        {
            arguments.FilterGraph(
                "[0:v:0]setparams=range=tv:colorspace=bt709,split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=3[v]")
                .Map("[v]");
        }
        else
        {
            arguments.Map("0:v:0");
        }

        if (hasSound)
        {
            arguments.Map("1:a:0");
        }

        // No limit of frames: when the picture reaches one, ffmpeg closes the sound as well, half a second early.
        arguments.StripMetadata().Duration(plan.Duration);
        switch (settings.Format)
        {
            case OutputFormat.Gif:
                return arguments.Option("loop", "0").Output("gif", outputPath).Build();

            case OutputFormat.Webm:
                Vp9(arguments, settings.Quality, canvas.FramesPerSecond);
                if (hasSound)
                {
                    arguments.AudioCodec("libopus").Option("b:a", "128k");
                }

                return arguments.Output("webm", outputPath).Build();

            default:
                var profile = QualityProfile.Of(settings.Quality);
                arguments.H264(profile.Preset, profile.Crf, KeyframeSeconds * canvas.FramesPerSecond).Option("profile:v", "high").Bt709();
                if (hasSound)
                {
                    arguments.Aac(SoundKilobits);
                }

                return arguments.FastStartOutput(outputPath, settings.Format == OutputFormat.Mov ? "mov" : "mp4").Build();
        }
    }

    public static string Extension(OutputFormat format) => format.ToString().ToLowerInvariant();

    private static void Vp9(FfmpegArguments arguments, RenderQuality quality, int framesPerSecond)
    {
        var crf = quality switch { RenderQuality.Best => 28, RenderQuality.Good => 32, _ => 36 };
        arguments.VideoCodec("libvpx-vp9")
            .Option("crf", crf.ToString(CultureInfo.InvariantCulture)).Option("b:v", "0")
            .Option("deadline", "realtime").Option("cpu-used", quality == RenderQuality.Best ? "5" : "7").Option("row-mt", "1")
            .Option("g", KeyframeSeconds * framesPerSecond).PixelFormat("yuv420p").Bt709();
    }
}
