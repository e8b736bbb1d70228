using System.Collections.Concurrent;
using System.Threading.Channels;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Decodes a clip's frames one by one as they are asked for.</summary>
internal sealed class ClipStream : IAsyncDisposable
{
    private const int FramesAhead = 4;

    // Backwards, stretches are decoded forwards, the last one first: as many frames as fit here, but not so few that
    // most decoding is of what lies before them.
    private const int StretchBytes = 64 * 1024 * 1024;
    private const int ShortestStretch = 8;

    private readonly CancellationTokenSource _stop;
    private readonly Channel<SharedFrame> _frames = Channel.CreateBounded<SharedFrame>(FramesAhead);
    private readonly ConcurrentBag<SharedFrame> _pool = [];
    private readonly ClipRequest _request;
    private readonly ClipReader _reader;
    private readonly Task _decoding;
    private SharedFrame? _last;
    private int _next;

    public ClipStream(IToolRunner tools, ClipRequest request, string workFolder, CancellationToken cancellationToken)
    {
        _request = request;
        _next = request.First;
        _reader = new ClipReader(tools, request, workFolder, EmptyFrame);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _decoding = DecodeAsync(_stop.Token);
    }

    /// <summary>A frame of the shot, taken once for the caller. After the end the last one again.</summary>
    /// <param name="number">Never lower than before, nor than the request's first.</param>
    /// <exception cref="RenderException">Not a single frame could be decoded.</exception>
    public async ValueTask<SharedFrame> AtAsync(int number, CancellationToken cancellationToken)
    {
        while (_next <= number && await TryAdvanceAsync(cancellationToken))
        {
            _next++;
        }

        _next = number + 1;
        _last!.Take();
        return _last;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Whoever asked for frames was told what went wrong; here nobody wants any more.
        await _decoding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <returns>False after the end.</returns>
    private async ValueTask<bool> TryAdvanceAsync(CancellationToken cancellationToken)
    {
        if (await _frames.Reader.WaitToReadAsync(cancellationToken) && _frames.Reader.TryRead(out var frame))
        {
            _last?.Release();
            _last = frame;
            return true;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return _last is null ? throw Unreadable(null) : false;
    }

    private async Task DecodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (_request.Segment.Reverse ? BackwardsAsync(cancellationToken) : ForwardsAsync(cancellationToken));
            _frames.Writer.TryComplete();
        }
        catch (ToolFailedException failure)
        {
            // A clip that breaks in the middle is shown as far as it goes.
            _frames.Writer.TryComplete(_last is null && _frames.Reader.Count == 0 ? Unreadable(failure) : null);
        }
        catch (Exception failure)
        {
            _frames.Writer.TryComplete(failure);
            throw;
        }
    }

    private async Task ForwardsAsync(CancellationToken cancellationToken)
    {
        var any = false;
        await _reader.ReadAsync(
            _request.First, _request.Frames - _request.First,
            (frame, token) =>
            {
                any = true;
                return _frames.Writer.WriteAsync(frame, token);
            },
            cancellationToken);
        if (!any && await _reader.LastBeforeAsync(_request.At(_request.First), cancellationToken) is { } last)
        {
            await _frames.Writer.WriteAsync(last, cancellationToken);
        }
    }

    private async Task BackwardsAsync(CancellationToken cancellationToken)
    {
        // Stretches lie where they lie in the source, so that it is the same ones whichever frame is asked for first.
        var length = Math.Max(ShortestStretch, StretchBytes / (_request.Width * _request.Height * 3 / 2));
        var end = _request.Frames - _request.First;
        while (end > 0)
        {
            var first = (end - 1) / length * length;
            List<SharedFrame> stretch = [];
            await _reader.ReadAsync(first, end - first, Keep, cancellationToken);
            if (stretch.Count == 0 && await _reader.LastBeforeAsync(_request.At(first), cancellationToken) is { } last)
            {
                stretch.Add(last);
            }

            for (var i = end - first - 1; i >= 0 && stretch.Count > 0; i--)
            {
                // What the source lacks at its end stands still.
                var frame = stretch[Math.Min(i, stretch.Count - 1)];
                if (i >= stretch.Count)
                {
                    frame.Take();
                }

                await _frames.Writer.WriteAsync(frame, cancellationToken);
            }

            end = first;

            ValueTask Keep(SharedFrame frame, CancellationToken _)
            {
                stretch.Add(frame);
                return ValueTask.CompletedTask;
            }
        }
    }

    private SharedFrame EmptyFrame() =>
        _pool.TryTake(out var frame) ? frame : new SharedFrame(new PlanarPicture(_request.Width, _request.Height), _pool.Add);

    private RenderException Unreadable(Exception? inner) => new(
        "media_unreadable", $"The clip \"{_request.File.Name}\" could not be decoded. Upload it again, or in another format.", inner);
}
