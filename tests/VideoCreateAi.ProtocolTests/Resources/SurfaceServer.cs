using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.ProtocolTests.Faults;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.ProtocolTests.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>The product over pipes or HTTP, with a studio in memory that edits, draws and renders.</summary>
internal sealed class SurfaceServer : IAsyncDisposable
{
    public const string Pipes = "pipes";
    public const string Http = "http";
    public const string WithSessions = "2025-11-25";
    public const string WithoutSessions = "2026-07-28";

    private readonly TempFolder _folder = new();
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly List<McpClient> _clients = [];
    private readonly IHost _host;
    private readonly string? _token;

    private SurfaceServer(string transport, bool isReadOnly)
    {
        Settings = new ServerSettings
        {
            DataFolder = _folder.File("data"), OutputFolder = _folder.File("out"), Backend = "studio", Token = null, IsReadOnly = isReadOnly,
        };
        Backend.OnMessage = (message, _) =>
        {
            Backend.Draft = EditorBackend.DraftWith(message);
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        };
        Backend.OnOther = Answer;
        if (transport == Http)
        {
            var token = BearerToken.OpenAsync(Settings.DataFolder, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
            _token = File.ReadAllText(token.Path).Trim();
            _host = HttpServer.Build(Settings, token, port: 0, new HttpLimits(), UseBackend);
            return;
        }

        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddVideoCreateAi(Settings).AddOneConversation();
        builder.Services.AddVideoTools(Settings).WithStreamServerTransport(_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
        UseBackend(builder.Services);
        _host = builder.Build();
    }

    public ServerSettings Settings { get; }

    public EditorBackend Backend { get; } = new();

    public byte[] Film { get; } = SmallMovie.Of(10);

    public T Of<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<SurfaceServer> StartAsync(string transport, bool isReadOnly = false)
    {
        var server = new SurfaceServer(transport, isReadOnly);
        await server._host.StartAsync();
        if (transport == Pipes)
        {
            server.Of<ClientLine>().Server = server.Of<McpServer>();
        }

        return server;
    }

    /// <param name="heard">Gets every notification about resources.</param>
    public async Task<McpClient> ConnectAsync(string version, HeardNotes? heard = null, ClientCapabilities? capabilities = null)
    {
        IClientTransport transport = _token is null
            ? new StreamClientTransport(_toServer.Writer.AsStream(), _toClient.Reader.AsStream())
            : new HttpClientTransport(new HttpClientTransportOptions
            {
                Endpoint = HttpServer.AddressOf((WebApplication)_host),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {_token}" },
            });
        var client = await McpClient.CreateAsync(transport, new McpClientOptions
        {
            ProtocolVersion = version,
            Capabilities = capabilities,
            Handlers = new McpClientHandlers { NotificationHandlers = heard?.Handlers ?? [] },
        });
        _clients.Add(client);
        return client;
    }

    /// <summary>Writes down that a file was exported, and makes it.</summary>
    public async Task<ExportedFile> AddExportAsync(string projectId, string name, long bytes)
    {
        var path = Path.Combine(Directory.CreateDirectory(Settings.OutputFolder).FullName, name);
        await using (var file = File.Create(path))
        {
            file.SetLength(bytes);
        }

        var export = new ExportedFile { Path = path, Format = "mp4", Width = 1080, Height = 1920, DurationSeconds = 10, Bytes = bytes };
        await Of<JobLedger>().AddAsync(
            new Job { Id = "job_" + Guid.NewGuid().ToString("N"), ProjectId = projectId, Tool = "export_video", Plan = new JobPlan(), State = JobState.Done, Export = export },
            CancellationToken.None);
        return export;
    }

    public async Task<Project> AddProjectAsync(string id, string name = "Untitled", string? backend = null)
    {
        var project = new Project(id, "session1", backend ?? "studio", name, "en", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        await Of<ProjectBook>().AddAsync(project, CancellationToken.None);
        return project;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Dispose();
    }

    private void UseBackend(IServiceCollection services) => services.AddSingleton(provider => BackendClientFactory.Create(
        BackendDescription.Studio, provider.GetRequiredService<GatewayOptions>(), Backend, TimeProvider.System, NullLoggerFactory.Instance));

    private HttpResponseMessage? Answer(string path) => path switch
    {
        "/api/auth/anonymous-token" => EditorBackend.Json($$$"""{"code":0,"data":{"token":"{{{GatewayFixture.Token}}}","user_id":"u","expires_at":"2099-01-01T00:00:00Z","credits":100}}"""),
        "/studio/projects/session1/preview" => EditorBackend.Json("""{"code":0,"data":{"jpeg":"/9j/","width":4,"height":4,"times_ms":[0],"duration_ms":10000,"shots":1,"shots_shown":1}}"""),
        "/api/render/proxy/lambda" => EditorBackend.Json("""{"success":true,"data":{"id":"r","status":"pending","progress":0}}"""),
        "/files/out.mp4" => new HttpResponseMessage { Content = new ByteArrayContent(Film) { Headers = { ContentType = new("video/mp4") } } },
        _ when path.StartsWith("/api/render/proxy/lambda/", StringComparison.Ordinal) => EditorBackend.Json(
            $$$"""{"success":true,"data":{"id":"{{{path.Split('/')[5]}}}","status":"completed","progress":100,"outputUrl":"/files/out.mp4"}}"""),
        _ => null,
    };
}
