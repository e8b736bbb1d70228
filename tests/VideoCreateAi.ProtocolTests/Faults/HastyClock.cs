namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Time for a single line of work: every wait is over at once and has moved the time on by its length. Limits,
/// known by their lengths, never come.</summary>
internal sealed class HastyClock(params TimeSpan[] limits) : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<Action> _held = [];
    private TimeSpan? _holds;
    private TimeSpan _now;

    /// <summary>Called at every wait, when its time has passed.</summary>
    public Action? Waited { get; set; }

    /// <summary>Waits of this length last until <see cref="LetGo"/>.</summary>
    public void Hold(TimeSpan length) => _holds = length;

    public void LetGo()
    {
        List<Action> held;
        lock (_lock)
        {
            _holds = null;
            held = [.. _held];
            _held.Clear();
        }

        held.ForEach(fire => fire());
    }

    public TimeSpan Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => s_start + Now;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(HastyClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan || clock.IsLimit(dueTime))
            {
                return true;
            }

            lock (clock._lock)
            {
                clock._now += dueTime;
                clock._waits.Add(dueTime);
                if (dueTime == clock._holds)
                {
                    clock._held.Add(() => callback(state));
                    return true;
                }
            }

            clock.Waited?.Invoke();
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private bool IsLimit(TimeSpan dueTime) => limits.Contains(dueTime);
}
