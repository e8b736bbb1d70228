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
    public async Task A_caller_who_cancels_is_cancelled_and_not_told_a_loss()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/run_sse", ScriptedReply.Hanging(Text));
        using var caller = new CancellationTokenSource();

        var turn = gateway.Client.RunTurnAsync("s1", "x", new Listener(_ => caller.Cancel()), caller.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
    }
}
