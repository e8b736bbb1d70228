using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class SessionCallTests
{
    private const string Path = "/api/tasks/me/with-session/nemo_agent";

    [Fact(Timeout = 20_000)]
    public async Task A_session_is_asked_for_in_snake_case_with_the_language()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json("""{"code":0,"data":{"task_id":"t1","session_id":"s1","user_id":"u1"}}"""));

        var session = await gateway.Client.CreateSessionAsync("de", default);

        Assert.Equal(("t1", "s1", "u1"), (session.TaskId, session.SessionId, session.UserId));
        Assert.Equal("""{"task_name":"project","language":"de"}""", gateway.Server.Requests[0].Text);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"task_id":"t1","session_id":"s1"}""")]
    [InlineData("""{"success":true,"data":{"task_id":"t1","session_id":"s1"}}""")]
    [InlineData("""{"code":"0","data":{"taskId":"t1","sessionId":"s1"}}""")]
    public async Task Every_envelope_of_success_is_read(string body)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json(body));

        var session = await gateway.Client.CreateSessionAsync("en", default);

        Assert.Equal(("t1", "s1"), (session.TaskId, session.SessionId));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"code":0,"data":{"task_id":"t1"}}""")]
    [InlineData("""{"code":0,"data":{"session_id":17}}""")]
    [InlineData("""{"code":0,"data":{"session_id":""}}""")]
    [InlineData("""{"code":0,"data":{"session_id":"../credits"}}""")]
    [InlineData("""{"code":0,"data":null}""")]
    [InlineData("""{"code":0}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_reply_without_a_usable_session_id_is_refused(string body)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json(body));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("../../credits")]
    [InlineData("a/b")]
    [InlineData("a?x")]
    [InlineData("%2e%2e")]
    [InlineData("")]
    public async Task A_session_id_that_is_none_is_refused_before_anything_is_sent(string sessionId)
    {
        await using var gateway = await GatewayFixture.StartAsync();

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync(sessionId, default));

        Assert.Empty(gateway.Server.Requests);
    }
}
