using System.Net.Http.Headers;
using System.Text;
using VideoCreateAi.Mcp.Hosting.Http;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class EndpointTests : IAsyncLifetime
{
    private SmallServer _server = null!;

    public async Task InitializeAsync() => _server = await SmallServer.StartAsync(new HttpLimits { LargestBody = 4096 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("Application/JSON", 200)]
    public async Task A_body_is_json(string type, int status)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(RawClient.Hello));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var reply = await _server.Client.SendAsync(HttpMethod.Post, body);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_body_without_a_type_is_refused()
        => Assert.Equal(415, (await _server.Client.SendAsync(HttpMethod.Post, new ByteArrayContent(Encoding.UTF8.GetBytes(RawClient.Hello)))).Status);

    [Theory]
    [InlineData("", 406)]
    [InlineData("application/json", 406)]
    [InlineData("text/event-stream", 406)]
    [InlineData("text/html, */*;q=0.8", 200)]
    [InlineData("text/event-stream, application/json", 200)]
    public async Task A_client_takes_both_forms_of_an_answer(string accept, int status)
        => Assert.Equal(status, (await _server.Client.PostAsync(RawClient.Hello, ("Accept", accept))).Status);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
        => Assert.Equal(413, (await _server.Client.PostAsync(RawClient.Hello.Replace("raw", new string('x', 5000), StringComparison.Ordinal))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"_meta":{},"_meta":{}}}""")]
    public async Task What_is_not_one_message_is_a_parse_error(string body)
    {
        var reply = await _server.Client.PostAsync(body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(-32700, reply.ErrorCode);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task Other_methods_are_not_allowed_and_no_page_is_let_in(string method)
    {
        var reply = await _server.Client.SendAsync(new HttpMethod(method), body: null);

        Assert.Equal(405, reply.Status);
        Assert.Equal("GET, POST, DELETE", reply.Headers["Allow"]);
        Assert.DoesNotContain(reply.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Without_sessions_there_is_nothing_to_get_or_to_end(string method)
    {
        var reply = await _server.Client.SendAsync(new HttpMethod(method), body: null, ("MCP-Protocol-Version", "2026-07-28"));

        Assert.Equal(405, reply.Status);
        Assert.Equal("POST", reply.Headers["Allow"]);
    }

    [Fact]
    public async Task A_session_answers_until_it_is_ended()
    {
        var session = await _server.Client.BeginAsync();
        var initialized = await _server.Client.PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", ("Mcp-Session-Id", session));
        var listed = await _server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session));
        var ended = await _server.Client.SendAsync(HttpMethod.Delete, body: null, ("Mcp-Session-Id", session));
        var after = await _server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session));

        Assert.Equal([202, 200, 204, 404], [initialized.Status, listed.Status, ended.Status, after.Status]);
        Assert.Equal(2, listed.Message!.Value.GetProperty("result").GetProperty("tools").GetArrayLength());
        Assert.Equal(7, after.Message!.Value.GetProperty("id").GetInt32());
    }

    [Theory]
    [InlineData("POST", 404)]
    [InlineData("GET", 404)]
    [InlineData("DELETE", 404)]
    public async Task A_session_that_is_not_known_is_not_found(string method, int status)
    {
        using var body = method == "POST" ? new StringContent(RawClient.List, Encoding.UTF8, "application/json") : null;

        var reply = await _server.Client.SendAsync(new HttpMethod(method), body, ("Mcp-Session-Id", "0123456789abcdef0123456789abcdef"));

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Without_its_session_a_request_is_refused(string method)
    {
        using var body = method == "POST" ? new StringContent(RawClient.List, Encoding.UTF8, "application/json") : null;

        Assert.Equal(400, (await _server.Client.SendAsync(new HttpMethod(method), body)).Status);
    }

    [Fact]
    public async Task A_session_is_initialized_once()
        => Assert.Equal(400, (await _server.Client.PostAsync(RawClient.Hello, ("Mcp-Session-Id", await _server.Client.BeginAsync()))).Status);

    [Fact]
    public async Task One_stream_listens_to_a_session()
    {
        var session = await _server.Client.BeginAsync();
        using var first = await _server.Client.StartAsync(HttpMethod.Get, body: null, CancellationToken.None, ("Mcp-Session-Id", session), ("Accept", "text/event-stream"));

        var second = await _server.Client.SendAsync(HttpMethod.Get, body: null, ("Mcp-Session-Id", session));
        var notTaken = await _server.Client.SendAsync(HttpMethod.Get, body: null, ("Mcp-Session-Id", session), ("Accept", "application/json"));

        Assert.Equal([200, 409, 406], [(int)first.StatusCode, second.Status, notTaken.Status]);
    }

    [Fact]
    public async Task A_call_of_a_session_goes_on_when_its_client_hangs_up()
    {
        var session = await _server.Client.BeginAsync();
        using var call = new StringContent("""{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"hold","arguments":{}}}""", Encoding.UTF8, "application/json");
        var response = await _server.Client.StartAsync(HttpMethod.Post, call, CancellationToken.None, ("Mcp-Session-Id", session));
        await _server.Hold.Begun;

        response.Dispose();
        await _server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session));
        _server.Hold.LetGo();

        await _server.Hold.Answered;
        Assert.False(_server.Hold.Cancelled.IsCompleted);
    }

    [Fact]
    public async Task A_call_without_a_session_is_cancelled_when_its_client_hangs_up()
    {
        using var hangUp = new CancellationTokenSource();
        using var body = new StringContent(RawClient.Stateless("tools/call", "\"name\":\"hold\","), Encoding.UTF8, "application/json");
        var call = _server.Client.StartAsync(
            HttpMethod.Post, body, hangUp.Token, ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/call"), ("Mcp-Name", "hold"));
        await _server.Hold.Begun;

        await hangUp.CancelAsync();
        if (await Task.WhenAny(call) is { IsCompletedSuccessfully: true } begun)
        {
            (await begun).Dispose();
        }

        await _server.Hold.Cancelled;
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_ended()
    {
        var call = _server.Client.PostStatelessAsync(RawClient.Stateless("tools/call", "\"name\":\"hold\","), "tools/call", ("Mcp-Name", "hold"));
        await _server.Hold.Begun;

        _server.Clock.Advance(TimeSpan.FromMinutes(15));
        var reply = await call;

        Assert.Null(reply.Message);
        await _server.Hold.Cancelled;
    }
}
