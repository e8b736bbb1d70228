using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.ProtocolTests.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Http;

/// <summary>The product as it serves HTTP, with a backend in memory.</summary>
internal sealed class VideoServer : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly WebApplication _app;

    private VideoServer(TempFolder folder, WebApplication app, EditorBackend backend, string token)
    {
        _folder = folder;
        _app = app;
        Backend = backend;
        Token = token;
    }

    public EditorBackend Backend { get; }

    public string Token { get; }

    public Uri Address => HttpServer.AddressOf(_app);

    public static async Task<VideoServer> StartAsync(bool isReadOnly = false, TimeProvider? clock = null)
    {
        var folder = new TempFolder();
        var backend = new EditorBackend { Draft = EditorBackend.DraftWith() };
        var settings = new ServerSettings
        {
            DataFolder = folder.File("data"),
            OutputFolder = folder.File("out"),
            Backend = "https://backend.example/",
            Token = GatewayFixture.Token,
            IsReadOnly = isReadOnly,
        };
        var token = await BearerToken.OpenAsync(settings.DataFolder, TimeProvider.System, CancellationToken.None);
        var app = HttpServer.Build(settings, token, port: 0, new HttpLimits(), services => services
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(provider => BackendClientFactory.Create(
                BackendDescription.At(new Uri(settings.Backend)), provider.GetRequiredService<GatewayOptions>(), backend, TimeProvider.System, NullLoggerFactory.Instance)));
        await app.StartAsync();
        return new VideoServer(folder, app, backend, (await File.ReadAllTextAsync(token.Path)).Trim());
    }

    /// <param name="version">A revision of the protocol; null = the newest.</param>
    public Task<McpClient> ConnectAsync(string? version) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = Address,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Token}" },
        }),
        new McpClientOptions { ProtocolVersion = version });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
