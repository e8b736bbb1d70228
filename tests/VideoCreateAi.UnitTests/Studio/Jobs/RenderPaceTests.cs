using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Jobs;

public sealed class RenderPaceTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void What_was_there_already_does_not_make_the_rest_seem_quick()
    {
        var pace = new RenderPace(_clock);
        pace.Report(0.8);
        Assert.Null(pace.Left);

        _clock.Advance(TimeSpan.FromSeconds(10));
        pace.Report(0.9);

        Assert.Equal(10, pace.Left!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void It_never_goes_back()
    {
        var pace = new RenderPace(_clock);
        pace.Report(0.5);
        pace.Report(0.4);

        Assert.Equal(0.5, pace.Done);
    }

    [Fact]
    public void Before_frames_have_come_nobody_knows()
    {
        var pace = new RenderPace(_clock);

        Assert.Null(pace.Left);
        pace.Report(0.1);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(pace.Left);
    }
}
