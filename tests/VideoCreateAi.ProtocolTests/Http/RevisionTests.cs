using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class RevisionTests : IAsyncLifetime
{
    private const string List = "tools/list";

    private SmallServer _server = null!;

    public async Task InitializeAsync() => _server = await SmallServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    [InlineData(null)]
    public async Task A_client_of_every_revision_lists_and_calls(string? version)
    {
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = _server.Address, TransportMode = HttpTransportMode.StreamableHttp }),
            new McpClientOptions { ProtocolVersion = version });

        var tools = await client.ListToolsAsync();
        var answer = await client.CallToolAsync("echo", new Dictionary<string, object?> { ["region"] = "eu" });

        Assert.Equal(["echo", "hold"], tools.Select(tool => tool.Name).Order());
        Assert.Equal("echoed", Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text);
        Assert.Equal(version ?? "2026-07-28", client.NegotiatedProtocolVersion);
    }

    [Fact]
    public async Task A_request_that_names_no_version_in_its_header_is_a_mismatch()
        => AssertRefused(400, -32020, await _server.Client.PostAsync(RawClient.Stateless(List), ("Mcp-Method", List)));

    [Theory]
    [InlineData("2026-07-28", "2025-11-25")]
    [InlineData("2026-07-28", "v999.0.0")]
    [InlineData("2025-11-25", "2026-07-28")]
    public async Task A_header_that_names_another_version_than_the_body_is_a_mismatch(string header, string body)
        => AssertRefused(400, -32020, await _server.Client.PostAsync(WithVersion(body), ("MCP-Protocol-Version", header), ("Mcp-Method", List)));

    [Theory]
    [InlineData("v999.0.0")]
    [InlineData("2026-07-29")]
    [InlineData("2024-10-07")]
    public async Task An_unknown_version_is_refused_with_the_ones_that_are_known(string version)
    {
        var reply = await _server.Client.PostAsync(WithVersion(version), ("MCP-Protocol-Version", version), ("Mcp-Method", List));

        AssertRefused(400, -32022, reply);
        var data = reply.Message!.Value.GetProperty("error").GetProperty("data");
        Assert.Equal(version, data.GetProperty("requested").GetString());
        Assert.Equal("2026-07-28", Assert.Single(data.GetProperty("supported").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task An_unknown_version_is_refused_in_a_session_too()
        => AssertRefused(400, -32022, await _server.Client.PostAsync(
            RawClient.List, ("Mcp-Session-Id", await _server.Client.BeginAsync()), ("MCP-Protocol-Version", "1999-01-01")));

    [Fact]
    public async Task What_is_listed_as_supported_is_what_discovery_lists()
    {
        var reply = await _server.Client.PostStatelessAsync(RawClient.Stateless("server/discover"), "server/discover");

        var versions = reply.Message!.Value.GetProperty("result").GetProperty("supportedVersions").EnumerateArray().Select(version => version.GetString());
        Assert.Equal(["2026-07-28"], versions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"io.modelcontextprotocol/clientCapabilities\":{}")]
    [InlineData("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"")]
    [InlineData("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":[]")]
    public async Task A_request_tells_its_version_and_what_its_client_can_do(string meta)
        => AssertRefused(400, -32602, await _server.Client.PostStatelessAsync(RawClient.Stateless(List, meta: meta), List));

    [Theory]
    [InlineData("")]
    [InlineData("prompts/list")]
    [InlineData("TOOLS/LIST")]
    public async Task The_method_stands_in_a_header_as_in_the_body(string header)
        => AssertRefused(400, -32020, await _server.Client.PostStatelessAsync(RawClient.Stateless(List), header));

    [Theory]
    [InlineData("echo", 200)]
    [InlineData("=?base64?ZWNobw==?=", 200)]
    [InlineData("", 400)]
    [InlineData("hold", 400)]
    [InlineData("=?base64?ZWNobw?=", 400)]
    public async Task A_name_stands_in_a_header_as_in_the_body(string header, int status)
    {
        var reply = await _server.Client.PostStatelessAsync(RawClient.Stateless("tools/call", "\"name\":\"echo\","), "tools/call", ("Mcp-Name", header));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? null : -32020, reply.ErrorCode);
    }

    [Theory]
    [InlineData("\"region\":\"eu\"", "eu", 200)]
    [InlineData("\"region\":\"Köln\"", "=?base64?S8O2bG4=?=", 200)]
    [InlineData("\"region\":null", "", 200)]
    [InlineData("", "", 200)]
    [InlineData("\"region\":\"eu\"", "us", 400)]
    [InlineData("\"region\":\"eu\"", "", 400)]
    [InlineData("", "eu", 400)]
    [InlineData("\"region\":{}", "eu", 400)]
    public async Task An_argument_that_wants_a_header_stands_there_as_in_the_body(string arguments, string header, int status)
    {
        var body = RawClient.Stateless("tools/call", $$"""
            "name":"echo","arguments":{{{arguments}}},
            """);

        var reply = await _server.Client.PostStatelessAsync(body, "tools/call", ("Mcp-Name", "echo"), ("Mcp-Param-Region", header));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? null : -32020, reply.ErrorCode);
    }

    [Theory]
    [InlineData("initialize")]
    [InlineData("ping")]
    [InlineData("logging/setLevel")]
    [InlineData("resources/subscribe")]
    [InlineData("resources/unsubscribe")]
    [InlineData("no/such/method")]
    public async Task A_method_that_the_revision_has_not_is_not_found(string method)
        => AssertRefused(404, -32601, await _server.Client.PostStatelessAsync(RawClient.Stateless(method), method));

    [Fact]
    public async Task A_notification_without_a_session_is_taken()
        => Assert.Equal(202, (await _server.Client.PostStatelessAsync(
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}}""", "notifications/cancelled")).Status);

    [Fact]
    public async Task An_answer_without_a_session_has_nobody_to_go_to()
        => AssertRefused(400, -32600, await _server.Client.PostStatelessAsync("""{"jsonrpc":"2.0","id":3,"result":{}}""", "x"), id: null);

    private static string WithVersion(string version) => RawClient.Stateless(
        List, meta: $"\"io.modelcontextprotocol/protocolVersion\":\"{version}\",\"io.modelcontextprotocol/clientCapabilities\":{{}}");

    private static void AssertRefused(int status, int code, RawReply reply, int? id = 7)
    {
        Assert.Equal(status, reply.Status);
        Assert.Equal(code, reply.ErrorCode);
        var told = reply.Message!.Value.GetProperty("id");
        Assert.Equal(id, told.ValueKind == System.Text.Json.JsonValueKind.Null ? null : told.GetInt32());
    }
}
