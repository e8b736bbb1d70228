using System.Threading.Channels;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>Composes frames of a plan on several threads and hands them out in order. A small ring of frames
/// bounds its memory: it is never further ahead than the ring is long.</summary>
internal sealed class FramePipeline : IAsyncDisposable
{
    private readonly IReadOnlyList<FrameRange> _ranges;
    private readonly ShotSchedule _schedule;
    private readonly TextLayer _texts;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<PlanarPicture> _free;
    private readonly Channel<FrameJob> _toCompose;
    private readonly Channel<FrameJob> _inOrder;
    private readonly Task _work;

    /// <param name="ranges">The frames, ascending.</param>
    public FramePipeline(
        RenderPlan plan, IReadOnlyList<FrameRange> ranges, ShotSchedule schedule, TextLayer texts, YuvColor background, int threads,
        CancellationToken cancellationToken)
    {
        _ranges = ranges;
        _schedule = schedule;
        _texts = texts;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ring = Math.Clamp(threads, 1, 16) + 4;
        _free = Channel.CreateUnbounded<PlanarPicture>();
        _toCompose = Channel.CreateUnbounded<FrameJob>();
        _inOrder = Channel.CreateUnbounded<FrameJob>();
        for (var i = 0; i < ring; i++)
        {
            _free.Writer.TryWrite(PlanarPicture.Unmoved(plan.Canvas.Width, plan.Canvas.Height));
        }

        var workers = Enumerable.Range(0, Math.Clamp(threads, 1, 16))
            .Select(_ => Task.Run(() => ComposeAsync(new FrameComposer(plan, background)), CancellationToken.None));
        _work = Task.WhenAll([Task.Run(ProduceAsync, CancellationToken.None), .. workers]);
    }

    /// <summary>Hands out the next frames. One is not used again before the next is written too: a pipe may still hold its pages.</summary>
    /// <param name="write">Gets each frame, and whether it is the last.</param>
    public async Task WriteAsync(int count, Func<PlanarPicture, bool, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        PlanarPicture? before = null;
        for (var i = 0; i < count; i++)
        {
            // Not ReadAsync, which hides what went wrong behind a closed channel.
            if (!await _inOrder.Reader.WaitToReadAsync(cancellationToken) || !_inOrder.Reader.TryRead(out var job))
            {
                throw new InvalidOperationException("There are no more frames.");
            }

            await job.Composed.WaitAsync(cancellationToken);
            await write(job.Target, i == count - 1, cancellationToken);
            if (before is not null)
            {
                _free.Writer.TryWrite(before);
            }

            before = job.Target;
        }

        if (before is not null)
        {
            _free.Writer.TryWrite(before);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Whoever read the frames was told what went wrong.
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _schedule.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ProduceAsync()
    {
        try
        {
            foreach (var frame in _ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)))
            {
                var target = await _free.Reader.ReadAsync(_stop.Token);
                var tracks = await _schedule.AtAsync(frame, _stop.Token);
                var job = new FrameJob(frame, target, tracks) { Sprites = await _texts.AtAsync(frame, _stop.Token) };
                _inOrder.Writer.TryWrite(job);
                _toCompose.Writer.TryWrite(job);
            }

            _inOrder.Writer.TryComplete();
        }
        catch (Exception failure)
        {
            _inOrder.Writer.TryComplete(failure);
            throw;
        }
        finally
        {
            _toCompose.Writer.TryComplete();
        }
    }

    private async Task ComposeAsync(FrameComposer composer)
    {
        await foreach (var job in _toCompose.Reader.ReadAllAsync(_stop.Token))
        {
            Exception? failure = null;
            try
            {
                composer.Compose(job);
                _texts.Judge(job);
            }
            catch (Exception exception)
            {
                // The reader of this very frame throws it on.
                failure = exception;
            }

            job.Finish(failure);
        }
    }
}
