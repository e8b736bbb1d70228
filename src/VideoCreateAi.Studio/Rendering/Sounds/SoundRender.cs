using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Sounds;

/// <summary>Renders the sound of a timeline without its picture: the very mix that a video of it has.</summary>
internal sealed class SoundRender(IToolRunner tools, ISoundMixer mixer)
{
    // The frames at both ends of an MP3 are longer than the sound in them.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(80);

    public async Task<RenderedFile> RunAsync(RenderScene scene, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (plan, settings) = (scene.Plan, scene.Settings);
        var mix = await mixer.MixAsync(scene.Timeline, plan.Duration, scene.Media, scene.WorkFolder, cancellationToken)
            ?? throw new RenderException("no_sound", "There is no sound on the timeline. Add music, a voiceover or clips with sound first, or export the video.");
        progress.Report(0.7);
        scene.Notes.AddRange(await new SoundReview(tools).ReviewAsync(scene.Timeline, scene.Media, scene.WorkFolder, cancellationToken));
        var output = Path.Combine(scene.WorkFolder, settings.Format == OutputFormat.Wav ? "video.wav" : "video.mp3");
        if (settings.Format == OutputFormat.Wav)
        {
            File.Move(mix, output);
        }
        else
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg, Arguments = Mp3(settings.Quality, mix, output), WorkFolder = scene.WorkFolder, Inputs = [mix], Limits = SoundFormat.Limits,
                },
                cancellationToken);
        }

        progress.Report(0.9);
        return await CheckAsync(output, plan, settings.Format, scene.Notes.All, scene.WorkFolder, cancellationToken);
    }

    /// <exception cref="RenderException">The file is not as long as was planned.</exception>
    public async Task<RenderedFile> CheckAsync(
        string path, RenderPlan plan, OutputFormat format, IReadOnlyList<string> notes, string workFolder, CancellationToken cancellationToken)
    {
        var length = await new SoundCheck(tools).MeasureAsync(path, format, workFolder, cancellationToken);
        return (length - plan.Duration).Duration() <= s_tolerance
            ? new RenderedFile(path, new FileInfo(path).Length, 0, 0, length, 0, notes)
            : throw new RenderException(
                "render_failed", FormattableString.Invariant($"The rendered file was checked and is not right: it lasts {length.TotalSeconds:0.###} s instead of {plan.Duration.TotalSeconds:0.###} s. Export it again."));
    }

    private static IReadOnlyList<string> Mp3(RenderQuality quality, string mix, string output) => new FfmpegArguments()
        .WavInput(mix).Map("0:a:0").StripMetadata()
        .AudioCodec("libmp3lame").Option("b:a", quality switch { RenderQuality.Best => "320k", RenderQuality.Good => "192k", _ => "128k" })
        .Output("mp3", output).Build();
}
