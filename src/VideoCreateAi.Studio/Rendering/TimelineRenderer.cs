using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>Composes frames in this process and feeds them to one encoder.</summary>
internal sealed partial class TimelineRenderer(
    IToolRunner tools, ISoundMixer mixer, RenderOptions options, ILogger<TimelineRenderer> logger) : IRenderer
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
        if (!timeline.PictureTracks.Any(track => track.Segments.Count > 0) && !timeline.TextTracks.Any(track => track.Segments.Count > 0))
        {
            throw new RenderException("nothing_to_render", "There is no picture on the timeline yet. Add images, clips or a title first.");
        }

        var plan = RenderPlanner.Plan(timeline, settings);
        try
        {
            return await RenderAsync(plan, timeline, settings, media, workFolder, progress, cancellationToken);
        }
        catch (ToolMissingException missing)
        {
            throw new RenderException("ffmpeg_missing", missing.Message, missing);
        }
        catch (ToolFailedException failure)
        {
            LogToolFailed(failure.Tool, failure.ExitCode);
            LogToolOutputSensitive(failure.LastOutput);
            throw IsDiskFull(failure) ? DiskFull(failure) : new RenderException(
                "render_failed", "The video could not be encoded. Try the export again; if it fails again, export a draft to find the shot.", failure);
        }
        catch (IOException failure) when (IsDiskFull(failure))
        {
            throw DiskFull(failure);
        }
    }

    private async Task<RenderedFile> RenderAsync(
        RenderPlan plan,
        VideoTimeline timeline,
        RenderSettings settings,
        IMediaFiles media,
        string workFolder,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var notes = new RenderNotes();
        var background = YuvColor.Parse(timeline.Background, YuvColor.Black);
        var factory = new ShotFactory(tools, media, plan.Canvas, workFolder, notes);
        var texts = new TextLayer(plan, TextRasterizers.Choose(tools), workFolder, options, notes);
        // Frames are already being composed while the sound is mixed.
        await using var pipeline = new FramePipeline(
            plan, new ShotSchedule(plan, factory, cancellationToken), texts, background, options.ComposerThreads, cancellationToken);
        var sound = await mixer.MixAsync(timeline, plan.Duration, media, workFolder, cancellationToken);
        if (settings.Format != OutputFormat.Gif)
        {
            notes.AddRange(await new SoundReview(tools).ReviewAsync(timeline, media, workFolder, cancellationToken));
        }

        var output = Path.Combine(workFolder, "video." + EncoderArguments.Extension(settings.Format));
        RenderException? refused = null;
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = EncoderArguments.Build(plan, settings, sound, output),
            WorkFolder = workFolder,
            Inputs = sound is null ? [] : [sound],
            Limits = ToolLimits.Encode,
            Feed = FeedAsync,
        };
        try
        {
            await tools.RunAsync(run, cancellationToken);
        }
        catch (Exception) when (refused is not null && !cancellationToken.IsCancellationRequested)
        {
            // The encoder starved because the frames failed: that is the cause to tell.
            throw refused;
        }

        var file = await new OutputCheck(tools).CheckAsync(output, plan, settings.Format, notes.All, workFolder, cancellationToken);
        progress.Report(1);
        LogRendered(plan.TotalFrames, plan.Canvas.Width, plan.Canvas.Height);
        return file;

        async Task FeedAsync(Stream stream, CancellationToken token)
        {
            try
            {
                await pipeline.WriteAllAsync(WriteAsync, token);
            }
            catch (RenderException failure)
            {
                refused = failure;
                throw;
            }

            async ValueTask WriteAsync(PlanarPicture frame, CancellationToken writing)
            {
                await stream.WriteAsync(frame.Frame, writing);
                progress.Report(FramesShare * (pipeline.FramesWritten + 1) / plan.TotalFrames);
            }
        }
    }

    private static bool IsDiskFull(ToolFailedException failure) =>
        failure.LastOutput.Contains("No space left on device", StringComparison.OrdinalIgnoreCase);

    private static bool IsDiskFull(IOException failure)
    {
        // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL; ENOSPC elsewhere.
        const int DiskFullHandle = unchecked((int)0x80070027);
        const int DiskFullWindows = unchecked((int)0x80070070);
        const int NoSpaceUnix = 28;
        return failure.HResult is DiskFullWindows or DiskFullHandle or NoSpaceUnix;
    }

    private static RenderException DiskFull(Exception inner) =>
        new("disk_full", "The disk is full. Free some space (videocreateai clean shows what takes it) and export again.", inner);

    [LoggerMessage(Level = LogLevel.Information, Message = "Rendered {Frames} frames at {Width}x{Height}.")]
    private partial void LogRendered(int frames, int width, int height);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Tool} ended a render with exit code {ExitCode}.")]
    private partial void LogToolFailed(MediaTool tool, int exitCode);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Last output of the tool: {Output}")]
    private partial void LogToolOutputSensitive(string output);
}
