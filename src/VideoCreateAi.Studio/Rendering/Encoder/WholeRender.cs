using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Renders a WebM or GIF in one piece: what such files are made of cannot be joined as it is.</summary>
internal sealed class WholeRender(IToolRunner tools, RenderOptions options)
{
    /// <param name="mixing">The sound as a WAV file; null for none.</param>
    /// <param name="progress">Fraction of the frames done.</param>
    public async Task RunAsync(RenderScene scene, Task<string?> mixing, string output, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var all = new FrameRange(0, scene.Plan.TotalFrames);
        await using var frames = scene.Compose([all], tools, options, options.ComposerThreads, cancellationToken);
        var sound = await mixing;
        var isGif = scene.Settings.Format == OutputFormat.Gif;
        var (raw, colours) = (Path.Combine(scene.WorkFolder, "frames.mp4"), Path.Combine(scene.WorkFolder, "colours.png"));
        var written = 0;
        RenderException? refused = null;
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = isGif ? EncoderArguments.GifColours(scene.Plan, raw, colours) : EncoderArguments.Webm(scene.Plan, scene.Settings.Quality, sound, output),
            WorkFolder = scene.WorkFolder,
            Inputs = sound is null || isGif ? [] : [sound],
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

        if (isGif)
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg, Arguments = EncoderArguments.Gif(scene.Plan, raw, colours, output), WorkFolder = scene.WorkFolder, Limits = ToolLimits.Encode,
                },
                cancellationToken);
        }

        async Task FeedAsync(Stream stream, CancellationToken token)
        {
            try
            {
                await frames.WriteAsync(all.Count, WriteAsync, token);
            }
            catch (RenderException failure)
            {
                refused = failure;
                throw;
            }

            async ValueTask WriteAsync(PlanarPicture frame, bool isLast, CancellationToken writing)
            {
                await (isLast ? stream.WriteAsync(frame.Frame, writing) : PipeLoan.WriteAsync(stream, frame.Frame, writing));
                progress.Report((double)++written / all.Count);
            }
        }
    }
}
