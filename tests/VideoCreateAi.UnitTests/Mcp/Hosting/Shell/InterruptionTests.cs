using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class InterruptionTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly Interruption _interruption;

    public InterruptionTests() => _interruption = new Interruption(TimeSpan.FromSeconds(5), _clock);

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public void The_first_stops_and_the_second_leaves()
    {
        _interruption.Arrived(isTermination: false);
        Assert.Equal((true, false), (_interruption.Stop.IsCancellationRequested, _interruption.Leave.IsCancellationRequested));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_interruption.Leave.IsCancellationRequested);

        _interruption.Arrived(isTermination: false);
        Assert.True(_interruption.Leave.IsCancellationRequested);
        Assert.Equal(ShellExit.Interrupted, _interruption.Exit);
    }

    [Fact]
    public void The_system_is_not_kept_waiting()
    {
        _interruption.Arrived(isTermination: true);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        var before = _interruption.Leave.IsCancellationRequested;

        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal((false, true), (before, _interruption.Leave.IsCancellationRequested));
        Assert.Equal(ShellExit.Terminated, _interruption.Exit);
    }
}
