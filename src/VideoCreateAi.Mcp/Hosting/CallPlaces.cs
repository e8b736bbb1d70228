using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>How many calls are worked on at once: a client that sends hundreds must not take the machine. What looks or stops
/// has places of its own, so that calls that wait for their jobs never stand in the way of asking about them.</summary>
internal sealed class CallPlaces(TimeProvider clock) : IDisposable
{
    public const int Most = 8;
    public const int MostWaiting = 32;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _working = new(Most);
    private readonly SemaphoreSlim _looking = new(Most);
    private int _waiting;

    /// <returns>The place; disposing gives it back.</returns>
    /// <exception cref="ToolRefusedException">There was none in time, or too many wait already.</exception>
    public async Task<IDisposable> TakeAsync(bool onlyLooks, CancellationToken cancellationToken)
    {
        var places = onlyLooks ? _looking : _working;

        // Asked for with a cancelled token it answers at once: a free place needs no waiting.
        if (places.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            return new Place(places);
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw Busy();
        }

        using var limit = new CancellationTokenSource(s_longestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await places.WaitAsync(either.Token);
            return new Place(places);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Busy();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose()
    {
        _working.Dispose();
        _looking.Dispose();
    }

    private static ToolRefusedException Busy() => new(
        "busy", $"{Most} calls are being worked on already, so this one was not begun and nothing was sent. Call again in a moment; with wait_seconds 0 a call does not wait for its job.");

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
