using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Encodes chunks one after the other from one run of frames. While the last frames of one are being encoded the next is fed already.</summary>
internal sealed class ChunkEncoder(IToolRunner tools, RenderPlan plan, RenderSettings settings, FramePipeline frames, string workFolder)
{
    // One that ends and one that begins.
    private const int AtOnce = 2;

    /// <param name="written">Called after each frame.</param>
    /// <param name="made">Gets each chunk with its number among <paramref name="ranges"/>, as soon as it is encoded.</param>
    /// <exception cref="RenderException">Frames could not be composed.</exception>
    public async Task EncodeAsync(IReadOnlyList<FrameRange> ranges, Action written, Action<int, string> made, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(AtOnce);
        var before = Task.CompletedTask;
        List<Task> all = [];
        try
        {
            for (var i = 0; i < ranges.Count; i++)
            {
                await places.WaitAsync(stop.Token);
                var fed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                all.Add(RunAsync(i, before, fed));
                before = fed.Task;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What made it stop is told below.
        }

        await Task.WhenAll(all);
        cancellationToken.ThrowIfCancellationRequested();

        async Task RunAsync(int number, Task turn, TaskCompletionSource fed)
        {
            try
            {
                var path = Path.Combine(workFolder, FormattableString.Invariant($"made{number}.mp4"));
                await EncodeAsync(ranges[number], path, turn, fed, written, stop.Token);
                made(number, path);
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
            finally
            {
                places.Release();
            }
        }
    }

    private async Task EncodeAsync(FrameRange range, string path, Task turn, TaskCompletionSource fed, Action written, CancellationToken cancellationToken)
    {
        RenderException? refused = null;
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = EncoderArguments.Chunk(plan, settings, range.Count, path),
            WorkFolder = workFolder,
            Limits = ToolLimits.Encode,
            Feed = FeedAsync,
        };
        try
        {
            await tools.RunAsync(run, cancellationToken);
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
                await turn.WaitAsync(token);
                await frames.WriteAsync(range.Count, WriteAsync, token);
                fed.TrySetResult();
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
