namespace VideoCreateAi.Simulation.Clients;

/// <summary>The world's time as one process sees it: it stops with the process, stands while the machine is suspended, and
/// its wall clock may be set.</summary>
internal sealed class ProcessClock(World world, SimulatedProcess process) : TimeProvider
{
    private TimeSpan _jump;

    public override long TimestampFrequency => world.Clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.Clock.GetUtcNow() + _jump;

    public override long GetTimestamp() => world.Clock.GetTimestamp();

    public void Jump(TimeSpan by) => _jump += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(world, process, callback, state);
        timer.Start(dueTime, period);
        return timer;
    }

    private sealed class Timer(World world, SimulatedProcess process, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _inner;
        private TimeSpan _period;

        public void Start(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            _inner = world.Clock.CreateTimer(static self => ((Timer)self!).Fire(), this, dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _inner!.Change(dueTime, period);
        }

        public void Dispose() => _inner!.Dispose();

        public ValueTask DisposeAsync() => _inner!.DisposeAsync();

        private void Fire()
        {
            if (process.IsDead)
            {
                _inner!.Dispose();
            }
            else if (world.AsleepUntil is var end && end > world.Clock.Elapsed)
            {
                _inner!.Change(end - world.Clock.Elapsed, _period);
            }
            else
            {
                callback(state);
            }
        }
    }
}
