using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class TurnCallTests
{
    private const string Text = """{"type":"text","content":"Working on it."}""";

    [Fact(Timeout = 20_000)]
    public async Task A_turn_is_posted_once_all_in_snake_case()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Events(Text));

        var outcome = await gateway.Client.RunTurnAsync("s1", "add a title", null, default);

        Assert.Equal("replied: Working on it.", TurnStory.Words(outcome));
        var request = Assert.Single(gateway.Server.Requests);
        Assert.Equal("text/event-stream", request.Header("Accept"));
        Assert.Equal(
            """{"app_name":"nemo_agent","user_id":"me","session_id":"s1","new_message":{"parts":[{"text":"add a title"}]}}""", request.Text);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_connection_that_breaks_after_the_request_is_a_loss_and_nothing_is_sent_again()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Reset());

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal("lost (Broken): ", TurnStory.Words(outcome));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_stream_that_breaks_keeps_what_was_said()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        var body = System.Text.Encoding.UTF8.GetBytes($"data: {Text}\n\n");
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Broken(200, "text/event-stream", body, 10_000));

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal("lost (Broken): Working on it.", TurnStory.Words(outcome));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(502, "<html>", "lost (ServerFailure): ")]
    [InlineData(503, "", "lost (ServerFailure): ")]
    [InlineData(500, """{"code":500}""", "lost (ServerFailure): ")]
    [InlineData(500, """{"code":2001}""", "refused (out_of_credits): ")]
    [InlineData(429, "", "refused (rate_limited): ")]
    [InlineData(402, "", "refused (export_blocked_by_plan): ")]
    [InlineData(401, "", "refused (token_invalid): ")]
    [InlineData(404, """{"detail":"Session not found"}""", "refused (session_not_found): ")]
    [InlineData(307, "", "refused (reply_invalid): ")]
    public async Task A_failure_before_the_stream_is_a_refusal_or_a_loss(int status, string body, string expected)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Of(status, null, body));

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal(expected, TurnStory.Words(outcome));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_is_not_there_fails_the_turn_before_anything_is_sent()
    {
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(new Uri("http://127.0.0.1:1/"), folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.RunTurnAsync("s1", "x", null, default));

        Assert.Equal(BackendFault.BackendUnreachable, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task Ninety_seconds_without_a_byte_are_silence()
    {
        var clock = new FakeClock();
        await using var gateway = await GatewayFixture.StartAsync(clock: clock);
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Hanging(Text));
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var turn = gateway.Client.RunTurnAsync(
            "s1", "x", new Listener(progress => _ = progress.Kind == TurnProgressKind.Text && said.TrySetResult()), default);
        await said.Task;
        clock.Advance(TimeSpan.FromSeconds(89));
        var wasRunning = !turn.IsCompleted;
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("lost (Silence): Working on it.", TurnStory.Words(await turn));
        Assert.True(wasRunning);
    }

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

    [Fact(Timeout = 20_000)]
    public async Task A_caller_who_cancels_is_cancelled_and_not_told_a_loss()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Hanging(Text));
        using var caller = new CancellationTokenSource();

        var turn = gateway.Client.RunTurnAsync("s1", "x", new Listener(_ => caller.Cancel()), caller.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
    }
}
