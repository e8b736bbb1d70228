using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class TokenCallTests
{
    private const string Acquire = "/api/auth/anonymous-token";
    private const string Credits = "/api/credits/balance/simple";
    private const string Balance = """{"code":0,"data":{"available":7}}""";
    private const string Rejected = """{"code":1001,"message":"expired"}""";

    [Fact(Timeout = 20_000)]
    public async Task A_starter_token_is_asked_for_with_the_client_id_and_nothing_else()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server.Expect("POST", Acquire, Token("t1")).Expect("GET", Credits, ScriptedReply.Json(Balance));

        await gateway.Client.GetCreditsAsync(default);

        var asked = gateway.Server.Requests[0];
        Assert.True(Guid.TryParse(asked.Header("X-Client-Id"), CultureInfo.InvariantCulture, out _));
        Assert.Equal((null, 0L), (asked.Header("Authorization"), asked.BodyLength));
        Assert.Equal("Bearer t1", gateway.Server.Requests[1].Header("Authorization"));
    }

    [Fact(Timeout = 20_000)]
    public async Task Two_clients_of_one_folder_get_one_token_between_them()
    {
        using var folder = new TempFolder();
        await using var server = await ScriptedBackend.StartAsync();
        server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", Credits, ScriptedReply.Json(Balance))
            .Expect("GET", Credits, ScriptedReply.Json(Balance));
        using var one = GatewayFixture.NewClient(server.Address, folder, Anonymous);
        using var two = GatewayFixture.NewClient(server.Address, folder, Anonymous);

        await Task.WhenAll(one.GetCreditsAsync(default), two.GetCreditsAsync(default));

        Assert.All(server.Requests.Skip(1), request => Assert.Equal("Bearer t1", request.Header("Authorization")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_refused_starter_token_is_replaced_once_where_no_project_hangs_on_it()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", Credits, ScriptedReply.Json(Rejected, 401))
            .Expect("POST", Acquire, Token("t2"))
            .Expect("GET", Credits, ScriptedReply.Json(Balance));

        await gateway.Client.GetCreditsAsync(default);

        var requests = gateway.Server.Requests;
        Assert.Equal(requests[0].Header("X-Client-Id"), requests[2].Header("X-Client-Id"));
        Assert.Equal("Bearer t2", requests[3].Header("Authorization"));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_token_that_is_refused_again_is_an_error()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", Credits, ScriptedReply.Json(Rejected))
            .Expect("POST", Acquire, Token("t2"))
            .Expect("GET", Credits, ScriptedReply.Json(Rejected));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.TokenInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task Where_a_project_hangs_on_the_token_the_user_hears_of_it_first()
    {
        const string State = "/api/state/nemo_agent/me/s1/latest";
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", State, ScriptedReply.Json(Rejected))
            .Expect("POST", Acquire, Token("t2"))
            .Expect("GET", State, ScriptedReply.Json("""{"code":0,"data":{"state":{}}}"""));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));
        await gateway.Client.GetStateAsync("s1", default);

        Assert.Equal(BackendFault.TokenInvalid, error.Fault);
        Assert.Contains("out of reach", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_turn_is_never_replayed_for_a_refused_token()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server.Expect("POST", Acquire, Token("t1")).Expect("POST", "/run_sse", ScriptedReply.Json(Rejected, 401));

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal("refused (token_invalid): ", TurnStory.Words(outcome));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_configured_token_is_never_replaced()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Credits, ScriptedReply.Json(Rejected)).Expect("GET", Credits, ScriptedReply.Json(Balance));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));
        await gateway.Client.GetCreditsAsync(default);

        Assert.Contains("NEMO_TOKEN", error.Message, StringComparison.Ordinal);
        Assert.All(gateway.Server.Requests, request => Assert.Equal("Bearer nmv_usr_test", request.Header("Authorization")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_client_id_that_the_backend_does_not_take_is_renewed_once()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server
            .Expect("POST", Acquire, ScriptedReply.Json("""{"code":400,"message":"missing X-Client-Id"}""", 400))
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", Credits, ScriptedReply.Json(Balance));

        await gateway.Client.GetCreditsAsync(default);

        Assert.NotEqual(gateway.Server.Requests[0].Header("X-Client-Id"), gateway.Server.Requests[1].Header("X-Client-Id"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"code":0,"data":{"token":""}}""")]
    [InlineData("""{"code":0,"data":{"token":"a\r\nX-Evil: 1"}}""")]
    [InlineData("""{"code":0,"data":{"token":17}}""")]
    [InlineData("""{"code":0,"data":{}}""")]
    [InlineData("<html>")]
    public async Task A_token_that_could_not_be_a_header_is_refused(string body)
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server.Expect("POST", Acquire, ScriptedReply.Of(200, null, body));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_second_starter_token_within_seven_days_is_told_and_not_asked_for_again()
    {
        await using var gateway = await GatewayFixture.StartAsync(options =>
        {
            Anonymous(options);
            options.MaxTries = 1;
        });
        gateway.Server.Expect("POST", Acquire, ScriptedReply.Of(429, "application/json", """{"code":429}""", ("Retry-After", "3600")));

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));
        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.TokenUnavailable, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_registration_link_of_an_anonymous_user_names_the_account()
    {
        await using var gateway = await GatewayFixture.StartAsync(Anonymous);
        gateway.Server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("POST", "/run_sse", ScriptedReply.Events("""{"code":2001}"""));

        var outcome = (VideoCreateAi.Mcp.Gateway.Turns.TurnOutcome.Refused)await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Contains("https://nemovideo.com/register?bind=u1", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_studio_is_reached_over_its_socket_and_its_sentences_are_shown()
    {
        using var folder = new TempFolder();
        await using var server = await ScriptedBackend.StartAsync(folder.File("s"));
        server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("POST", "/api/tasks/me/with-session/nemo_agent", ScriptedReply.Json("""{"code":4001,"message":"HEIC \u202e is not read. Save it as JPEG.","error":"heic"}"""));
        var options = new GatewayOptions { DataFolder = folder.Path, ProductVersion = "1" };
        using var client = BackendClientFactory.ForStudio(
            options, _ => ValueTask.FromResult(folder.File("s")), TimeProvider.System, NullLoggerFactory.Instance);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.CreateSessionAsync("en", default));

        Assert.Equal(("HEIC is not read. Save it as JPEG.", "heic"), (error.Message, error.Reason));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_studio_keeps_its_projects_over_a_new_token_so_a_read_is_made_again_at_once()
    {
        const string State = "/api/state/nemo_agent/me/s1/latest";
        using var folder = new TempFolder();
        await using var server = await ScriptedBackend.StartAsync(folder.File("s"));
        server
            .Expect("POST", Acquire, Token("t1"))
            .Expect("GET", State, ScriptedReply.Json(Rejected, 401))
            .Expect("POST", Acquire, Token("t2"))
            .Expect("GET", State, ScriptedReply.Json("""{"code":0,"data":{"state":{"video_infos":[{"filename":"Dusk"}]}}}"""));
        var options = new GatewayOptions { DataFolder = folder.Path, ProductVersion = "1" };
        using var client = BackendClientFactory.ForStudio(
            options, _ => ValueTask.FromResult(folder.File("s")), TimeProvider.System, NullLoggerFactory.Instance);

        var state = await client.GetStateAsync("s1", default);

        Assert.Equal("Dusk", Assert.Single(state.Media).FileName);
    }

    [Fact(Timeout = 20_000)]
    public async Task What_the_launcher_of_the_studio_says_reaches_the_caller()
    {
        using var folder = new TempFolder();
        var options = new GatewayOptions { DataFolder = folder.Path, ProductVersion = "1", MaxTries = 1 };
        using var client = BackendClientFactory.ForStudio(
            options, _ => throw new BackendException(BackendFault.BackendUnreachable, "The studio did not start."), TimeProvider.System, NullLoggerFactory.Instance);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.GetCreditsAsync(default));

        Assert.Equal("The studio did not start.", error.Message);
    }

    private static void Anonymous(GatewayOptions options) => options.Token = null;

    private static ScriptedReply Token(string token) =>
        ScriptedReply.Json($$$"""{"code":0,"data":{"token":"{{{token}}}","user_id":"u1","expires_at":"2027-01-01T00:00:00Z","credits":100}}""");
}
