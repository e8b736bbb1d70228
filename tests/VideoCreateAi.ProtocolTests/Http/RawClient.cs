using System.Text;

namespace VideoCreateAi.ProtocolTests.Http;

/// <summary>Requests as a client of the test's own making writes them.</summary>
internal sealed class RawClient(Uri address, string? token = null) : IDisposable
{
    public const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}""";

    public const string List = """{"jsonrpc":"2.0","id":7,"method":"tools/list"}""";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The body of a request without a session.</summary>
    public static string Stateless(
        string method,
        string parameters = "",
        string meta = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}") =>
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":{" + parameters + "\"_meta\":{" + meta + "}}}";

    public Task<RawReply> PostAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    /// <summary>As <see cref="PostAsync"/>, with the headers that revision 2026-07-28 wants and these further ones.</summary>
    public Task<RawReply> PostStatelessAsync(string body, string method, params (string Name, string Value)[] headers) =>
        PostAsync(body, [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method), .. headers]);

    public async Task<RawReply> SendAsync(HttpMethod method, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var response = await StartAsync(method, body, CancellationToken.None, headers);
        return await RawReply.ReadAsync(response);
    }

    /// <summary>Ends when the headers of the answer are there.</summary>
    public async Task<HttpResponseMessage> StartAsync(
        HttpMethod method, HttpContent? body, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (token is not null && headers.All(header => header.Name != "Authorization"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        if (headers.All(header => header.Name != "Accept"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        }

        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Begins a session and returns its id.</summary>
    public async Task<string> BeginAsync() => (await PostAsync(Hello)).Session!;

    public void Dispose() => _http.Dispose();
}
