using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>A rate limit says that nothing was done, so it is waited for once, by posts too; a turn alone is never sent again.</summary>
public sealed class RateLimitTests
{
    private static readonly Dictionary<string, Func<BackendClient, Task>> s_posts = new()
    {
        ["session"] = client => client.CreateSessionAsync("en", default),
        ["submit"] = client => client.SubmitRenderAsync("render_1", "s1", new RawDraft("{}"u8.ToArray()), new RenderOutput(), default),
        ["cancel"] = client => client.CancelRenderAsync("render_1", default),
        ["claim"] = client => client.ClaimAsync("t1", "s1", default),
        ["addresses"] = client => client.UploadUrlsAsync("s1", ["https://example.com/a.png"], default),
    };

    private const string Everything = """
        {"code":0,"data":{"session_id":"s1","task_id":"t1","claim_token":"clm_1","status":"pending","files":[{"filename":"a.png"}]}}
        """;

    public static TheoryData<string, bool> Posts
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var name in s_posts.Keys)
            {
                data.Add(name, true);
                data.Add(name, false);
            }

            return data;
        }
    }

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Posts))]
    public async Task A_post_that_was_refused_by_a_rate_limit_goes_out_once_more_as_it_was(string call, bool asStatus)
    {
        await using var server = LyingBackend.Start();
        server
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply(asStatus ? "" : """{"code":429,"message":"slow down"}""", asStatus ? 429 : 200, headers: "Retry-After: 1\r\n")))
            .ThenJson(Everything);
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        await s_posts[call](client);

        Assert.Equal(server.Bodies[0], server.Bodies[1]);
        Assert.Equal(server.Asked[0], server.Asked[1]);
    }

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Posts))]
    public async Task A_second_rate_limit_is_told(string call, bool asStatus)
    {
        await using var server = LyingBackend.Start();
        for (var i = 0; i < 2; i++)
        {
            server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("""{"code":429}""", asStatus ? 429 : 200, headers: "Retry-After: 0\r\n")));
        }

        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => s_posts[call](client));

        Assert.Equal(BackendFault.RateLimited, error.Fault);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("1.5", 1.5)]
    [InlineData("Thu, 01 Jan 2026 00:00:12 GMT", 12)]
    [InlineData("Thursday, 01-Jan-26 00:00:12 GMT", 12)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 1)]
    [InlineData("soon", 30)]
    [InlineData("", 30)]
    [InlineData(null, 30)]
    [InlineData("5, 10", 10)]
    [InlineData("5\r\nRetry-After: 11", 11)]
    [InlineData("NaN", 30)]
    public async Task The_wait_is_the_one_that_is_asked_for_and_else_thirty_seconds(string? retryAfter, double seconds)
    {
        var clock = new FakeClock();
        await using var server = LyingBackend.Start();
        server
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", 429, headers: retryAfter is null ? "" : $"Retry-After: {retryAfter}\r\n")))
            .ThenJson(Everything);
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder, options => options.AttemptLimit = TimeSpan.FromMinutes(5), clock);

        var session = client.CreateSessionAsync("en", default);
        await clock.UntilTimerAsync(TimeSpan.FromSeconds(seconds));
        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal("s1", (await session).SessionId);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("315360000")]
    [InlineData("99999999999999999999")]
    [InlineData("1e300")]
    [InlineData("Tue, 01 Jan 2126 00:00:00 GMT")]
    public async Task A_wait_of_years_is_told_as_a_day_and_not_waited_for(string retryAfter)
    {
        await using var server = LyingBackend.Start();
        server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", 429, headers: $"Retry-After: {retryAfter}\r\n")));
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.CreateSessionAsync("en", default));

        Assert.Equal(TimeSpan.FromHours(24), error.RetryAfter);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_rate_limit_after_another_failure_is_waited_for_as_well()
    {
        await using var server = LyingBackend.Start();
        server.ThenJson("", 503).Then(RawStep.Send(LyingBackend.Reply("", 429, headers: "Retry-After: 1\r\n"))).ThenJson("""{"available":7}""");
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        Assert.Equal(7, (await client.GetCreditsAsync(default)).Available);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(429)]
    [InlineData(200)]
    public async Task A_turn_is_never_sent_again(int status)
    {
        await using var server = LyingBackend.Start();
        server.ThenJson("""{"code":429}""", status);
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        var outcome = Assert.IsType<TurnOutcome.Refused>(await client.RunTurnAsync("s1", "x", null, default));

        Assert.Equal(BackendFault.RateLimited, outcome.Error.Fault);
        Assert.Equal("POST /run_sse", Assert.Single(server.Asked));
    }
}
