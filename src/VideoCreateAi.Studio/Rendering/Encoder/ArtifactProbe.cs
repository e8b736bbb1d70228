using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Posters;
using VideoCreateAi.Studio.Rendering.Sounds;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Measures a file that somebody else says is the render of a timeline, and believes nothing of it.</summary>
internal sealed class ArtifactProbe(IToolRunner tools, ISoundMixer mixer, RenderOptions options)
{
    /// <exception cref="RenderException">It is not what the timeline asks for, or cannot be read.</exception>
    public async Task<RenderedFile> MeasureAsync(
        string path, VideoTimeline timeline, RenderSettings settings, IReadOnlyList<string> notes, string workFolder, CancellationToken cancellationToken)
    {
        var plan = RenderPlanner.Plan(timeline, settings);
        try
        {
            switch (settings.Format)
            {
                case OutputFormat.Mp3 or OutputFormat.Wav:
                    return await new SoundRender(tools, mixer).CheckAsync(path, plan, settings.Format, notes, workFolder, cancellationToken);
                case OutputFormat.Jpg or OutputFormat.Png:
                    await new PosterRender(tools, options).CheckAsync(plan.Canvas, settings.Format, path, workFolder, cancellationToken);
                    return new RenderedFile(path, new FileInfo(path).Length, plan.Canvas.Width, plan.Canvas.Height, TimeSpan.Zero, 1, notes);
                default:
                    return await new OutputCheck(tools).CheckAsync(path, plan, settings.Format, notes, workFolder, cancellationToken);
            }
        }
        catch (ToolFailedException fault)
        {
            throw new RenderException("render_failed", "The file that was handed in cannot be played.", fault);
        }
    }
}
