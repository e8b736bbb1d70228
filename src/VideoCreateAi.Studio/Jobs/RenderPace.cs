namespace VideoCreateAi.Studio.Jobs;

/// <summary>How far a render is, and how long it will still take as fast as its frames have come so far. What was there already
/// when it began, such as chunks of an earlier render, says nothing about that.</summary>
internal sealed class RenderPace(TimeProvider clock) : IProgress<double>
{
    // Before that a guess would jump about.
    private static readonly TimeSpan s_leastSeen = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (double Done, long At)? _first;
    private double _done;

    /// <summary>0 to 1; never less than before.</summary>
    public double Done
    {
        get
        {
            lock (_lock)
            {
                return _done;
            }
        }
    }

    /// <summary>Null while nobody can know.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (_lock)
            {
                return _first is var (done, at) && _done > done && clock.GetElapsedTime(at) is var passed && passed >= s_leastSeen
                    ? passed * ((1 - _done) / (_done - done))
                    : null;
            }
        }
    }

    public void Report(double value)
    {
        lock (_lock)
        {
            _first ??= (value, clock.GetTimestamp());
            _done = Math.Max(_done, value);
        }
    }
}
