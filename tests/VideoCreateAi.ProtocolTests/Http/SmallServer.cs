using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Http;

/// <summary>The endpoint with a server of two tools behind it, on a clock that the test moves.</summary>
internal sealed class SmallServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallServer(WebApplication app, FakeClock clock, HoldingTool hold)
    {
        _app = app;
        Clock = clock;
        Hold = hold;
        Client = new RawClient(HttpServer.AddressOf(app));
    }

    public FakeClock Clock { get; }

    public HoldingTool Hold { get; }

    public RawClient Client { get; }

    public HttpSessions Sessions => _app.Services.GetRequiredService<HttpSessions>();

    public Uri Address => HttpServer.AddressOf(_app);

    public static async Task<SmallServer> StartAsync(HttpLimits? limits = null)
    {
        limits ??= new HttpLimits();
        var clock = new FakeClock();
        var hold = new HoldingTool();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseLoopback(port: 0, limits);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddMcpServer(options =>
        {
            options.ServerInfo = new Implementation { Name = "small", Version = "1" };
            options.ToolCollection = [hold, new EchoTool()];
        });
        builder.Services.AddMcpHttp(limits);
        var app = builder.Build();
        app.UseMcp(gate: null);
        await app.StartAsync();
        return new SmallServer(app, clock, hold);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static JsonElement Schema(string json) => JsonDocument.Parse(json).RootElement.Clone();

    /// <summary>Answers when it is let go, or not at all when its call is cancelled.</summary>
    public sealed class HoldingTool : McpServerTool
    {
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public Task Answered => _answered.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public override Tool ProtocolTool { get; } = new() { Name = "hold", InputSchema = Schema("""{"type":"object"}""") };

        public override IReadOnlyList<object> Metadata => [];

        public void LetGo() => _go.TrySetResult();

        public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
        {
            _begun.TrySetResult();
            try
            {
                await _go.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _cancelled.TrySetResult();
                throw;
            }

            _answered.TrySetResult();
            return new CallToolResult { Content = [new TextContentBlock { Text = "held" }] };
        }
    }

    private sealed class EchoTool : McpServerTool
    {
        public override Tool ProtocolTool { get; } = new()
        {
            Name = "echo",
            InputSchema = Schema("""{"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region"},"count":{"type":"integer"}}}"""),
        };

        public override IReadOnlyList<object> Metadata => [];

        public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default) =>
            new(new CallToolResult { Content = [new TextContentBlock { Text = "echoed" }] });
    }
}
