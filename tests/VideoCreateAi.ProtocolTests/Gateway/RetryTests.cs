using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class RetryTests
{
    private const string Credits = "/api/credits/balance/simple";
    private const string Balance = """{"code":0,"data":{"available":7}}""";

    [Theory(Timeout = 20_000)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_tried_again_after_a_passing_failure(int status)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", Credits, ScriptedReply.Of(status, "text/html", "<h1>oh</h1>"))
            .Expect("GET", Credits, ScriptedReply.Reset())
            .Expect("GET", Credits, ScriptedReply.Json(Balance));

        var credits = await gateway.Client.GetCreditsAsync(default);

        Assert.Equal(7, credits.Available);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_read_is_given_up_after_three_tries()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            gateway.Server.Expect("GET", Credits, ScriptedReply.Of(503, null, ""));
        }

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.BackendError, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_body_that_is_cut_is_read_again()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", Credits, ScriptedReply.Broken(200, "application/json", """{"code":0,"da"""u8.ToArray(), Balance.Length))
            .Expect("GET", Credits, ScriptedReply.Json(Balance));

        var credits = await gateway.Client.GetCreditsAsync(default);

        Assert.Equal(7, credits.Available);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_rate_limit_is_waited_for_once_for_as_long_as_asked()
    {
        var clock = new FakeClock();
        await using var gateway = await GatewayFixture.StartAsync(clock: clock);
        gateway.Server
            .Expect("GET", Credits, ScriptedReply.Of(429, "application/json", """{"code":429}""", ("Retry-After", "17")))
            .Expect("GET", Credits, ScriptedReply.Json(Balance));

        var call = gateway.Client.GetCreditsAsync(default);
        await clock.UntilTimerAsync(TimeSpan.FromSeconds(17));
        clock.Advance(TimeSpan.FromSeconds(17));

        Assert.Equal(7, (await call).Available);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_second_rate_limit_is_told_with_the_wait_that_was_asked()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", Credits, ScriptedReply.Of(429, "application/json", """{"code":429}""", ("Retry-After", "1")))
            .Expect("GET", Credits, ScriptedReply.Of(429, "application/json", """{"code":429}""", ("Retry-After", "90")));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal((BackendFault.RateLimited, TimeSpan.FromSeconds(90)), (error.Fault, error.RetryAfter));
        Assert.Contains("90 seconds", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("100000000")]
    [InlineData("120")]
    public async Task A_wait_that_is_too_long_is_not_waited_for(string retryAfter)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Credits, ScriptedReply.Of(429, "application/json", """{"code":429}""", ("Retry-After", retryAfter)));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromSeconds(120), TimeSpan.FromHours(24));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_call_with_a_side_effect_is_sent_once()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/api/tasks/me/with-session/nemo_agent", ScriptedReply.Of(503, null, ""));

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));

        Assert.Single(gateway.Server.Requests);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_is_not_there_is_told_as_unreachable()
    {
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(new Uri("http://127.0.0.1:1/"), folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.CreateSessionAsync("en", default));

        Assert.Equal(BackendFault.BackendUnreachable, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_redirect_is_not_followed()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", "/api/tasks/me/with-session/nemo_agent", ScriptedReply.Of(307, null, "", ("Location", "http://127.0.0.1:1/")));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.CreateSessionAsync("en", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }
}
