using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>The clocks of a turn. They are the process's own: what the wall clock says meanwhile makes no difference.</summary>
public sealed class TurnTimeFaultTests
{
    [Fact(Timeout = 20_000)]
    public async Task Ten_minutes_of_nothing_but_heartbeats_are_a_stall()
    {
        var clock = new FakeClock();
        var (backend, client) = InMemoryBackend.Start(clock);
        using (client)
        {
            backend.Body = () => new TickingStream(clock, TimeSpan.FromSeconds(15), "data: heartbeat\n\n"u8.ToArray());
            var start = clock.GetTimestamp();

            var outcome = await client.RunTurnAsync("s1", "x", null, default);

            Assert.Equal("lost (Stalled): ", TurnStory.Words(outcome));
            Assert.Equal(TimeSpan.FromMinutes(10), clock.GetElapsedTime(start));
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task A_turn_ends_after_fifteen_minutes_whatever_still_comes()
    {
        var clock = new FakeClock();
        var (backend, client) = InMemoryBackend.Start(clock);
        using (client)
        {
            backend.Body = () => new TickingStream(clock, TimeSpan.FromSeconds(15), "data: {\"type\":\"tool_call\",\"name\":\"edit\"}\n\n"u8.ToArray());
            var start = clock.GetTimestamp();

            var outcome = await client.RunTurnAsync("s1", "x", null, default);

            Assert.Equal("lost (TimedOut): ", TurnStory.Words(outcome));
            Assert.Equal(TimeSpan.FromMinutes(15), clock.GetElapsedTime(start));
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task A_sign_of_life_goes_out_every_two_minutes_without_news()
    {
        var clock = new FakeClock();
        var (backend, client) = InMemoryBackend.Start(clock);
        using (client)
        {
            backend.Body = () => new TickingStream(clock, TimeSpan.FromSeconds(15), ": ping\n\n"u8.ToArray());
            var told = new List<TurnProgress>();

            await client.RunTurnAsync("s1", "x", new Listener(told.Add), default);

            Assert.Equal(
                [2, 4, 6, 8, 10],
                told.Where(progress => progress.Kind == TurnProgressKind.StillWorking).Select(progress => progress.Elapsed.TotalMinutes));
        }
    }
}
