using System.Text;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>The published program behind its HTTP door, and a client that knows the token.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(1) };

    private ServedProgram(PublishedProgram program, Uri address, string tokenPath)
    {
        Program = program;
        Address = address;
        TokenPath = tokenPath;
        Token = File.ReadAllText(tokenPath).Trim();
    }

    public PublishedProgram Program { get; }

    public Uri Address { get; }

    public string TokenPath { get; }

    public string Token { get; }

    public static async Task<ServedProgram> StartAsync(CanaryStage stage, Uri backend)
    {
        var program = PublishedProgram.Start(stage.Arguments("serve", "--http", "0"), stage.Environment(backend.AbsoluteUri));
        var told = await program.FirstErrorAsync();
        return new ServedProgram(program, new Uri(Between(told, " at ", ". ")), Between(told, "token in ", ".token") + ".token");
    }

    /// <summary>Calls a tool as a client of revision 2026-07-28 does.</summary>
    /// <returns>The whole answer as text.</returns>
    public async Task<string> CallAsync(string tool, string arguments, CancellationToken cancellationToken = default)
    {
        var body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\",\"arguments\":" + arguments
            + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new[] { ("Authorization", $"Bearer {Token}"), ("Accept", "application/json, text/event-stream"), ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/call"), ("Mcp-Name", tool) })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Program.DisposeAsync();
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
