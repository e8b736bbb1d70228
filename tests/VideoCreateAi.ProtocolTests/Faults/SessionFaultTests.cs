using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What goes wrong where a project begins, and when it is gone.</summary>
public sealed class SessionFaultTests
{
    [Theory(Timeout = 20_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_or_close_after_the_request_may_leave_an_empty_session_and_is_told_as_free_of_charge(bool isReset)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(isReset ? [RawStep.ReadBody, RawStep.Reset] : [RawStep.ReadBody]);

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));

        Assert.Equal(BackendFault.BackendUnreachable, error.Fault);
        Assert.Contains("Nothing was charged; at most an empty project", error.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Server.Asked);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_session_that_a_rate_limit_refused_is_asked_for_once_more()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("""{"code":429}""", headers: "Retry-After: 0\r\n")))
            .ThenJson("""{"task_id":"t1","session_id":"s1"}""");

        var session = await gateway.Client.CreateSessionAsync("en", default);

        Assert.Equal("s1", session.SessionId);
        Assert.Equal(gateway.Server.Bodies[0], gateway.Server.Bodies[1]);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"task_id":"t1"}""")]
    [InlineData("""{"session_id":17}""")]
    [InlineData("""{"session_id":""}""")]
    [InlineData("""{"session_id":null}""")]
    [InlineData("""{"session_id":"../x"}""")]
    [InlineData("""{"session_id":"a b"}""")]
    [InlineData("""{"session_id":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"session_id":"\u0000"}""")]
    [InlineData("""{"session_id":"nmv_usr_test"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_reply_without_a_session_id_that_is_one_is_refused(string data)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson($$"""{"code":0,"data":{{data}}}""");

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_session_id_of_three_hundred_characters_is_refused()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson($$"""{"session_id":"{{new string('a', 300)}}"}""");

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_session_that_is_gone_later_is_said_plainly_and_nothing_is_made_or_sent_in_its_place()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson("""{"code":1002,"message":"session not found"}""");

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));

        Assert.Equal(BackendFault.SessionNotFound, error.Fault);
        Assert.Contains("timeline there is gone", error.Message, StringComparison.Ordinal);
        Assert.Contains("next call begins a new session", error.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Server.Asked);
    }
}
