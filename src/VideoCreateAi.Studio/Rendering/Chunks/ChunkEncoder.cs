using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Encodes chunks one after the other from one run of frames.</summary>
internal sealed class ChunkEncoder(IToolRunner tools, RenderScene scene, FramePipeline frames)
{
    /// <param name="written">Called after each frame.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="RenderException">Frames could not be composed.</exception>
    public async Task<string> EncodeAsync(FrameRange range, Action written, CancellationToken cancellationToken)
    {
        var path = Path.Combine(scene.WorkFolder, FormattableString.Invariant($"made{range.First}.mp4"));
        RenderException? refused = null;
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = EncoderArguments.Chunk(scene.Plan, scene.Settings, range.Count, path),
            WorkFolder = scene.WorkFolder,
            Limits = ToolLimits.Encode,
            Feed = FeedAsync,
        };
        try
        {
            await tools.RunAsync(run, cancellationToken);
            return path;
        }
        catch (Exception) when (refused is not null)
        {
            // The encoder starved because the frames failed: that is the cause to tell.
            throw refused;
        }

        async Task FeedAsync(Stream stream, CancellationToken token)
        {
            try
            {
                await frames.WriteAsync(range.Count, WriteAsync, token);
            }
            catch (RenderException failure)
            {
                refused = failure;
                throw;
            }

            async ValueTask WriteAsync(Compositing.PlanarPicture frame, bool isLast, CancellationToken writing)
            {
                // After the last nothing follows that would push it out of the pipe, and the next chunk uses it again.
                await (isLast ? stream.WriteAsync(frame.Frame, writing) : PipeLoan.WriteAsync(stream, frame.Frame, writing));
                written();
            }
        }
    }
}
