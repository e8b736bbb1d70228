using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Http;

namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>The product behind its HTTP door, with a home folder full of traps and a backend that must not be asked anything.</summary>
public sealed class GuardedServer : IAsyncLifetime
{
    private const string Meta = """{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}""";

    private readonly CountingBackend _backend = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private WebApplication _app = null!;
    private int _ids;

    internal TrapFolders Folders { get; } = new();

    internal Uri Address { get; private set; } = null!;

    internal string Token { get; private set; } = "";

    /// <summary>Requests that reached the backend. There must be none.</summary>
    internal int BackendRequests => _backend.Requests;

    /// <summary>How long each refusal took.</summary>
    internal List<TimeSpan> Times { get; } = [];

    public async Task InitializeAsync()
    {
        var settings = new ServerSettings
        {
            DataFolder = Folders.Data,
            OutputFolder = Folders.Exports,
            Backend = "https://backend.example/",
            Token = "nmv_usr_a_token_of_the_catalogue",
        };
        var token = await BearerToken.OpenAsync(settings.DataFolder, TimeProvider.System, CancellationToken.None);
        _app = HttpServer.Build(settings, token, port: 0, new HttpLimits(), services => services
            .AddSingleton(Folders.Policy)
            .AddSingleton(provider => BackendClientFactory.Create(
                BackendDescription.At(new Uri(settings.Backend)), provider.GetRequiredService<GatewayOptions>(), _backend, TimeProvider.System, NullLoggerFactory.Instance)));
        await _app.StartAsync();
        Address = HttpServer.AddressOf(_app);
        Token = (await File.ReadAllTextAsync(token.Path)).Trim();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Folders.Dispose();
    }

    /// <summary>Calls a tool with arguments as they are written, and returns the code of the refusal; "ok" when there was none,
    /// or "rpc" and the number when the protocol itself refused.</summary>
    internal async Task<(string Code, string Text)> CallAsync(string tool, string arguments)
    {
        var id = Interlocked.Increment(ref _ids);
        var body = string.Create(CultureInfo.InvariantCulture, $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",")
            + $"\"params\":{{\"name\":{CatalogueFile.Json(tool)},\"arguments\":{arguments},\"_meta\":{Meta}}}}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new[] { ("Authorization", $"Bearer {Token}"), ("Accept", "application/json, text/event-stream"), ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/call"), ("Mcp-Name", tool) })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var begun = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        lock (Times)
        {
            Times.Add(Stopwatch.GetElapsedTime(begun));
        }

        return Read(answer);
    }

    private static (string Code, string Text) Read(string answer)
    {
        var json = answer.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("data: {", StringComparison.Ordinal))?[6..] ?? answer;
        using var reply = JsonDocument.Parse(json);
        if (reply.RootElement.TryGetProperty("error", out var error))
        {
            return ($"rpc {error.GetProperty("code").GetInt32()}", error.GetProperty("message").GetString()!);
        }

        var result = reply.RootElement.GetProperty("result");
        var text = result.TryGetProperty("content", out var content) && content.GetArrayLength() > 0 ? content[0].GetProperty("text").GetString()! : "";
        return result.TryGetProperty("isError", out var isError) && isError.GetBoolean()
            ? (text[..Math.Max(0, text.IndexOf(": ", StringComparison.Ordinal))], text)
            : ("ok", text);
    }

    private sealed class CountingBackend : HttpMessageHandler
    {
        private int _requests;

        public int Requests => Volatile.Read(ref _requests);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody is there.");
        }
    }
}
