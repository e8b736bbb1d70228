using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Posters;
using VideoCreateAi.Studio.Rendering.Sounds;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>Composes frames in this process, has them encoded, and puts picture and sound together.</summary>
internal sealed partial class TimelineRenderer(
    IToolRunner tools, ISoundMixer mixer, ChunkCache cache, RenderOptions options, ILogger<TimelineRenderer> logger) : IRenderer
{
    // What is left is for the encoder's last frames, the index in front, and the check.
    private const double FramesShare = 0.97;

    public async Task<RenderedFile> RenderAsync(
        VideoTimeline timeline,
        RenderSettings settings,
        IMediaFiles media,
        string workFolder,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var isSound = settings.Format is OutputFormat.Mp3 or OutputFormat.Wav;
        if (!isSound && !timeline.PictureTracks.Any(track => track.Segments.Count > 0) && !timeline.TextTracks.Any(track => track.Segments.Count > 0))
        {
            throw new RenderException("nothing_to_render", "There is no picture on the timeline yet. Add images, clips or a title first.");
        }

        var plan = RenderPlanner.Plan(timeline, settings);
        try
        {
            var scene = new RenderScene(timeline, plan, settings, media, workFolder);
            return settings.Format switch
            {
                OutputFormat.Mp3 or OutputFormat.Wav => await new SoundRender(tools, mixer).RunAsync(scene, progress, cancellationToken),
                OutputFormat.Jpg or OutputFormat.Png => await new PosterRender(tools, options).RunAsync(scene, progress, cancellationToken),
                _ => await RenderAsync(scene, progress, cancellationToken),
            };
        }
        catch (Exception fault) when (RenderFaults.Of(fault) is { } told)
        {
            if (fault is ToolFailedException failure)
            {
                LogToolFailed(failure.Tool, failure.ExitCode);
                LogToolOutputSensitive(failure.LastOutput);
            }

            throw told;
        }
    }

    private async Task<RenderedFile> RenderAsync(RenderScene scene, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (plan, format) = (scene.Plan, scene.Settings.Format);
        var output = Path.Combine(scene.WorkFolder, "video." + EncoderArguments.Extension(format));
        if (await new FontCoverage(tools, options).NoteAsync(plan.Texts.Select(text => text.Segment), cancellationToken) is { } missing)
        {
            scene.Notes.Add(missing, cause: null);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Beside the picture: neither waits for the other before they are put together.
        var mixing = mixer.MixAsync(scene.Timeline, plan.Duration, scene.Media, scene.WorkFolder, stop.Token);
        var reviewing = format == OutputFormat.Gif
            ? Task.FromResult<IReadOnlyList<string>>([])
            : new SoundReview(tools).ReviewAsync(scene.Timeline, scene.Media, scene.WorkFolder, stop.Token);
        var chunks = format is OutputFormat.Mp4 or OutputFormat.Mov ? new ChunkedRender(tools, cache, options) : null;
        try
        {
            var file = chunks is null ? null : await CopyAsync(chunks, scene, mixing, output, stop.Token);
            if (file is null)
            {
                var frames = new FrameProgress(progress, FramesShare);
                await (chunks is not null
                    ? chunks.RunAsync(scene, mixing, output, frames, stop.Token)
                    : new WholeRender(tools, options).RunAsync(scene, mixing, output, frames, stop.Token));
                file = await CheckAsync(scene, output, cancellationToken);
            }

            scene.Notes.AddRange(await reviewing);
            file = file with { Notes = scene.Notes.All };
            progress.Report(1);
            LogRendered(plan.TotalFrames, plan.Canvas.Width, plan.Canvas.Height);
            return file;
        }
        catch (Exception fault) when (fault is RenderException or ToolFailedException)
        {
            chunks?.Forget();
            throw;
        }
        finally
        {
            // They write into a folder that goes away after this.
            await stop.CancelAsync();
            await Task.WhenAll(mixing, reviewing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Null when it has to be encoded.</returns>
    private async Task<RenderedFile?> CopyAsync(ChunkedRender chunks, RenderScene scene, Task<string?> mixing, string output, CancellationToken cancellationToken)
    {
        try
        {
            return await chunks.TryCopyAsync(scene, mixing, output, cancellationToken) ? await CheckAsync(scene, output, cancellationToken) : null;
        }
        catch (Exception fault) when (fault is RenderException or ToolFailedException)
        {
            // A clip that is not what it seemed. Encoded it is what it should be, or the fault is another one, which then comes again.
            LogNotCopied(fault);
            return null;
        }
    }

    private Task<RenderedFile> CheckAsync(RenderScene scene, string output, CancellationToken cancellationToken) =>
        new OutputCheck(tools).CheckAsync(output, scene.Plan, scene.Settings.Format, scene.Notes.All, scene.WorkFolder, cancellationToken);

    private sealed class FrameProgress(IProgress<double> whole, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(share * value);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rendered {Frames} frames at {Width}x{Height}.")]
    private partial void LogRendered(int frames, int width, int height);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clips could not be copied and are encoded.")]
    private partial void LogNotCopied(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Tool} ended a render with exit code {ExitCode}.")]
    private partial void LogToolFailed(MediaTool tool, int exitCode);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Last output of the tool: {Output}")]
    private partial void LogToolOutputSensitive(string output);
}
