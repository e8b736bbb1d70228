using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Command lines that turn raw frames on standard input and a WAV file into the finished file.</summary>
internal static class EncoderArguments
{
    private const int KeyframeSeconds = 2;
    private const int SoundKilobits = 192;

    // A picture's time is not a whole number of microseconds: rounded down it would lie before the picture.
    private const double JustAfter = 0.001;

    // x264's own thread for looking ahead makes other pictures of the same frames from run to run: in about one of ten runs of 150 frames
    // that were fed unevenly, and in none of 170 without it. Looking ahead in the thread of the encoder costs no processor time.
    // Draft's preset has no transform of 8×8 and would come out as Baseline, which some services take for an old phone's file.
    private const string ChunkParameters = "open-gop=0:stitchable=1:sync-lookahead=0:lookahead-threads=2:8x8dct=1";

    // The bytes depend on their number: it is the same on every machine.
    private const int ChunkThreads = 2;

    // As many as the machine has processors took 4.4 GiB of address space at 4K with 32 of them.
    private const int GifThreads = 4;

    /// <summary>The first of two passes of a GIF: its colours, and its frames as they are. One pass would hold all frames in memory until the
    /// last of them has said its colours.</summary>
    public static IReadOnlyList<string> GifColours(RenderPlan plan, string framesPath, string palettePath)
    {
        var canvas = plan.Canvas;
        return new FfmpegArguments().RawVideoInput(canvas.Width, canvas.Height, canvas.FramesPerSecond)
            .FilterGraph("[0:v:0]setparams=range=tv:colorspace=bt709,split[frames][b];[b]palettegen=stats_mode=diff[colours]")
            .Map("[frames]").StripMetadata().Duration(plan.Duration)
            .VideoCodec("libx264").Option("preset", "ultrafast").Option("qp", "0").Threads(GifThreads).Output("mp4", framesPath)
            .Map("[colours]").Frames(1).Output("image2", palettePath)
            .Build();
    }

    /// <summary>The second pass of a GIF.</summary>
    public static IReadOnlyList<string> Gif(RenderPlan plan, string framesPath, string palettePath, string outputPath) =>
        new FfmpegArguments()
            .ForcedInput("mov", framesPath, InputGuards.Clip)
            .ForcedInput("png_pipe", palettePath, InputGuards.Picture)
            .FilterGraph("[0:v:0]setparams=range=tv:colorspace=bt709[a];[a][1:v:0]paletteuse=dither=bayer:bayer_scale=3[v]")
            .Map("[v]").StripMetadata().Duration(plan.Duration)
            .Option("loop", "0").Output("gif", outputPath).Build();

    /// <summary>WebM, in one piece.</summary>
    /// <param name="soundPath">Null = a silent file without a sound stream.</param>
    public static IReadOnlyList<string> Webm(RenderPlan plan, RenderQuality quality, string? soundPath, string outputPath)
    {
        var canvas = plan.Canvas;
        var arguments = new FfmpegArguments().RawVideoInput(canvas.Width, canvas.Height, canvas.FramesPerSecond);
        if (soundPath is not null)
        {
            arguments.WavInput(soundPath);
        }

        arguments.Map("0:v:0");
        if (soundPath is not null)
        {
            arguments.Map("1:a:0");
        }

        // No limit of frames: when the picture reaches one, ffmpeg closes the sound as well, half a second early.
        arguments.StripMetadata().Duration(plan.Duration);
        Vp9(arguments, quality, canvas.FramesPerSecond);
        if (soundPath is not null)
        {
            arguments.AudioCodec("libopus").Option("b:a", "128k");
        }

        return arguments.Output("webm", outputPath).Build();
    }

    /// <summary>A chunk of the picture by itself: it begins with a picture that stands for itself, and its headers are those of all others.</summary>
    public static IReadOnlyList<string> Chunk(RenderPlan plan, RenderSettings settings, int frames, string outputPath)
    {
        var canvas = plan.Canvas;
        var arguments = new FfmpegArguments()
            .RawVideoInput(canvas.Width, canvas.Height, canvas.FramesPerSecond).Map("0:v:0").StripMetadata().Frames(frames);
        H264(arguments, settings.Quality, canvas.FramesPerSecond);
        if (settings.MostKilobits is { } most)
        {
            // Over any second.
            arguments.Option("maxrate", $"{most}k").Option("bufsize", $"{most}k");
        }

        var lookahead = QualityProfile.Of(settings.Quality).Lookahead is { } ahead ? FormattableString.Invariant($":rc-lookahead={ahead}") : "";
        return arguments.Threads(ChunkThreads).Option("x264-params", ChunkParameters + lookahead).Output("mp4", outputPath).Build();
    }

    /// <summary>Pictures of a clip as they are, its first at 0.</summary>
    /// <param name="from">Seconds; the picture there can be begun with.</param>
    public static IReadOnlyList<string> Copy(MediaFile file, double from, int frames, string outputPath) => new FfmpegArguments()
        .ForcedInput(file.Format.Demuxer, file.Path, InputGuards.Clip, TimeSpan.FromSeconds(from + JustAfter))
        .Map("0:v:0").StripMetadata().VideoCodec("copy").Frames(frames)
        .Option("bsf:v", "setts=pts=PTS-STARTPTS:dts=DTS-STARTPTS").Output("mp4", outputPath).Build();

    /// <summary>The first picture of a file of ours, as a bare stream.</summary>
    public static IReadOnlyList<string> FirstPicture(string path) =>
        [.. new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Map("0:v:0").VideoCodec("copy").Frames(1).Build(), "-f", "h264", "pipe:1"];

    public static IReadOnlyList<string> Sound(string soundPath, string outputPath) =>
        new FfmpegArguments().WavInput(soundPath).Map("0:a:0").StripMetadata().Aac(SoundKilobits)
            // Half the time of ffmpeg's usual search, and at this rate nearer to the original: measured 3 dB less noise on music.
            .Option("aac_coder", "fast")
            .Output("mp4", outputPath).Build();

    /// <summary>Puts chunks and sound together as they are.</summary>
    /// <param name="listPath">Names the chunks, for ffmpeg's concat demuxer.</param>
    /// <param name="soundPath">Null = a silent file without a sound stream.</param>
    public static IReadOnlyList<string> Join(RenderSettings settings, string listPath, string? soundPath, string outputPath)
    {
        var arguments = new FfmpegArguments().OwnListInput(listPath);
        if (soundPath is not null)
        {
            arguments.ForcedInput("mov", soundPath, InputGuards.Clip);
        }

        arguments.Map("0:v:0");
        if (soundPath is not null)
        {
            arguments.Map("1:a:0");
        }

        arguments.StripMetadata().VideoCodec("copy").AudioCodec("copy");
        var muxer = settings.Format == OutputFormat.Mov ? "mov" : "mp4";

        // Instagram refuses edit lists and YouTube warns of them. Elsewhere they stay: players of before 2017 know nothing else.
        return (settings.Platform is null ? arguments.FastStartOutput(outputPath, muxer) : arguments.FastStartOutputWithoutEdits(outputPath, muxer)).Build();
    }

    public static string Extension(OutputFormat format) => format.ToString().ToLowerInvariant();

    private static FfmpegArguments H264(FfmpegArguments arguments, RenderQuality quality, int framesPerSecond)
    {
        var profile = QualityProfile.Of(quality);
        return arguments.H264(profile.Preset, profile.Crf, KeyframeSeconds * framesPerSecond).Option("profile:v", "high").Bt709();
    }

    private static void Vp9(FfmpegArguments arguments, RenderQuality quality, int framesPerSecond)
    {
        var crf = quality switch { RenderQuality.Best => 28, RenderQuality.Good => 32, _ => 36 };
        arguments.VideoCodec("libvpx-vp9")
            .Option("crf", crf.ToString(CultureInfo.InvariantCulture)).Option("b:v", "0")
            .Option("deadline", "realtime").Option("cpu-used", quality == RenderQuality.Best ? "5" : "7").Option("row-mt", "1")
            .Option("g", KeyframeSeconds * framesPerSecond).PixelFormat("yuv420p").Bt709();
    }
}
