namespace VideoCreateAi.TestKit;

/// <summary>Time that stands still until a test moves it, with timers that fire while it moves.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();

    // A timer that was changed leaves its old place behind: only the place with its latest number counts.
    private readonly PriorityQueue<Timer, (TimeSpan Due, long Number)> _places = new();
    private TaskCompletionSource? _changed;
    private TimeSpan _now;
    private long _number;

    public FakeClock()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How long it has been moved in all.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time on; what falls due on the way fires in order, each at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var end = Elapsed + by;
        while (FireNext(end))
        {
        }

        lock (_lock)
        {
            _now = end > _now ? end : _now;
        }
    }

    /// <summary>Moves the time on to the next timer and fires that one alone.</summary>
    /// <returns>False when nothing waits for this clock.</returns>
    public bool AdvanceToNextTimer() => FireNext(TimeSpan.MaxValue);

    /// <summary>Waits, in real time, until something waits for exactly this long on this clock.</summary>
    public async Task UntilTimerAsync(TimeSpan dueIn)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_places.UnorderedItems.Any(place => IsLatest(place.Element, place.Priority.Number) && place.Element.Due - _now == dueIn))
                {
                    return;
                }

                _changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }

            await changed;
        }
    }

    private static bool IsLatest(Timer timer, long number) => timer.Due is not null && timer.Number == number;

    private bool FireNext(TimeSpan end)
    {
        Timer? next;
        lock (_lock)
        {
            do
            {
                if (!_places.TryPeek(out next, out var place) || place.Due > end)
                {
                    return false;
                }

                _places.Dequeue();
                next = IsLatest(next, place.Number) ? next : null;
            }
            while (next is null);

            _now = next.Due!.Value > _now ? next.Due.Value : _now;
            next.Due = null;
            if (next.Period is { } period)
            {
                Place(next, _now + period);
            }
        }

        next.Fire();
        return true;
    }

    private void Place(Timer timer, TimeSpan due)
    {
        timer.Due = due;
        timer.Number = ++_number;
        _places.Enqueue(timer, (due, timer.Number));
    }

    private sealed class Timer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public long Number { get; set; }

        public TimeSpan? Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = null;
                Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock.Place(this, clock._now + dueTime);
                    clock._changed?.SetResult();
                    clock._changed = null;
                }
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
