using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What goes wrong with tokens on the wire. What goes wrong with them on disk is held by the tests of the store.</summary>
public sealed class TokenFaultTests
{
    private const string Acquire = "POST /api/auth/anonymous-token";
    private const string Rejected = """{"code":1001,"message":"expired"}""";
    private const string Session = """{"code":0,"data":{"task_id":"t1","session_id":"s1"}}""";
    private const string Balance = """{"code":0,"data":{"available":7}}""";

    [Fact(Timeout = 20_000)]
    public async Task Without_a_token_nothing_is_asked_for_until_a_call_needs_one()
    {
        await using var gateway = LyingFixture.Start(Anonymous);

        Assert.Empty(gateway.Server.Asked);
        Assert.Equal("starter", gateway.Client.AccountKey);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_token_whose_reply_was_lost_is_told_with_the_date_from_which_another_is_given()
    {
        var clock = new FakeClock();
        await using var gateway = LyingFixture.Start(Anonymous, clock);
        gateway.Server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("""{"code":429}""", 429, headers: "Retry-After: 36000\r\n")));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal((BackendFault.TokenUnavailable, TimeSpan.FromHours(10)), (error.Fault, error.RetryAfter!.Value));
        Assert.Contains("2026-01-01 10:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Contains("NEMO_TOKEN", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_missing_client_id_is_made_once_and_then_it_is_an_error()
    {
        await using var gateway = LyingFixture.Start(Anonymous);
        gateway.Server.ThenJson("""{"detail":"missing X-Client-Id"}""", 400).ThenJson("""{"code":400}""");

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.ClientIdMissing, error.Fault);
        Assert.Equal([Acquire, Acquire], gateway.Server.Asked);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_starter_token_with_a_project_is_not_replaced_before_the_user_heard_what_may_be_lost()
    {
        await using var gateway = LyingFixture.Start(Anonymous);
        gateway.Server.ThenJson(Token("starter_1")).ThenJson(Session).ThenJson(Rejected, 401).ThenJson(Token("starter_2")).ThenJson(Balance);
        await gateway.Client.CreateSessionAsync("en", default);

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));
        await gateway.Client.GetCreditsAsync(default);

        Assert.Equal(BackendFault.TokenInvalid, error.Fault);
        Assert.Contains("may be out of reach", error.Message, StringComparison.Ordinal);
        Assert.Contains("Bearer starter_2", gateway.Server.Heads[4], StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_project_that_another_process_began_counts_as_well()
    {
        using var folder = new TempFolder();
        await using var server = LyingBackend.Start();
        server.ThenJson(Token("starter_1")).ThenJson(Balance).ThenJson(Session).ThenJson(Rejected);
        using var one = GatewayFixture.NewClient(server.Address, folder, Anonymous);
        using var other = GatewayFixture.NewClient(server.Address, folder, Anonymous);
        await one.GetCreditsAsync(default);
        await other.CreateSessionAsync("en", default);

        var error = await Assert.ThrowsAsync<BackendException>(() => one.GetCreditsAsync(default));

        Assert.Equal(BackendFault.TokenInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_token_that_is_refused_in_mid_stream_leaves_the_turn_unclear_and_says_why_it_stays_so()
    {
        await using var gateway = LyingFixture.Start(Anonymous);
        gateway.Server
            .ThenJson(Token("starter_1"))
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.StreamHead() + "data: {\"type\":\"tool_call\",\"name\":\"add\"}\n\ndata: {\"code\":1001}\n\n"));

        var outcome = Assert.IsType<TurnOutcome.Refused>(await gateway.Client.RunTurnAsync("s1", "x", null, default));

        Assert.True(outcome.WorkMayHaveBegun);
        Assert.Contains("can no longer be looked at", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Server.Asked, asked => asked == "POST /run_sse");
    }

    public static TheoryData<string> NoTokens =>
    [
        "<html>Sign in</html>",
        """{"code":1,"message":"nmv_usr_secret_of_theirs"}""",
        """{"code":0,"data":{"token":""}}""",
        """{"code":0,"data":{"token":"a\r\nX-Evil: 1"}}""",
        """{"code":0,"data":{"token":"a\u0000b"}}""",
        """{"code":0,"data":{"token":"tökén"}}""",
        """{"code":0,"data":{"token":["nmv_usr_x"]}}""",
        $$"""{"code":0,"data":{"token":"{{new string('a', 1_000_000)}}"} }""",
        $$"""{"code":0,"data":{"token":"{{new string('a', 2_000_000)}}"} }""",
    ];

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(NoTokens))]
    public async Task A_token_reply_that_holds_none_is_refused_and_not_repeated(string body)
    {
        await using var gateway = LyingFixture.Start(Anonymous);
        gateway.Server.ThenJson(body);

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Contains(error.Fault, new[] { BackendFault.ReplyInvalid, BackendFault.BackendError });
        Assert.DoesNotContain("nmv_usr", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 400);
    }

    [Fact(Timeout = 20_000)]
    public async Task Accounts_are_told_apart_by_a_mark_that_does_not_hold_the_token()
    {
        await using var one = LyingFixture.Start();
        await using var same = LyingFixture.Start();
        await using var other = LyingFixture.Start(options => options.Token = "nmv_usr_other");

        Assert.Matches("^[0-9a-f]{16}$", one.Client.AccountKey);
        Assert.Equal(one.Client.AccountKey, same.Client.AccountKey);
        Assert.NotEqual(one.Client.AccountKey, other.Client.AccountKey);
    }

    private static void Anonymous(GatewayOptions options) => options.Token = null;

    private static string Token(string token) =>
        $$$"""{"code":0,"data":{"token":"{{{token}}}","user_id":"u1","expires_at":"2027-01-01T00:00:00Z","credits":100}}""";
}
