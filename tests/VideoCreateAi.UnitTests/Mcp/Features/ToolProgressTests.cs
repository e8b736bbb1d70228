using ModelContextProtocol;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class ToolProgressTests
{
    private readonly FakeClock _clock = new();
    private readonly List<(TimeSpan At, ProgressNotificationValue Value)> _told = [];

    [Fact]
    public void Silence_is_broken_at_least_every_five_seconds_by_a_message_whose_value_grows()
    {
        using var voice = Begin();
        _clock.Advance(TimeSpan.FromSeconds(7));
        voice.Report(new JobProgress(40, "Rendering 40 %"));

        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.All(_told.Zip(_told.Skip(1)), pair =>
        {
            Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.True(pair.Second.Value.Progress > pair.First.Value.Progress);
        });
        Assert.InRange(_clock.Elapsed - _told[^1].At, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.All(_told, told => Assert.Equal(100, told.Value.Total));
        Assert.Equal(["Connecting…", "Connecting…", "Rendering 40 %"], _told.Take(3).Select(told => told.Value.Message));
        Assert.All(_told.Skip(2), told => Assert.Equal("Rendering 40 %", told.Value.Message));
    }

    [Fact]
    public void Nothing_follows_the_end()
    {
        var voice = Begin();
        voice.Dispose();

        voice.Report(new JobProgress(50, "late"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(_told);
    }

    [Fact]
    public void A_value_that_goes_back_is_told_as_growing()
    {
        using var voice = Begin();

        voice.Report(new JobProgress(50, "half"));
        voice.Report(new JobProgress(20, "less"));

        Assert.True(_told[2].Value.Progress > _told[1].Value.Progress);
    }

    private ToolProgress Begin() => new(new Log(value => _told.Add((_clock.Elapsed, value))), JobProgress.Connecting, _clock);

    private sealed class Log(Action<ProgressNotificationValue> tell) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => tell(value);
    }
}
