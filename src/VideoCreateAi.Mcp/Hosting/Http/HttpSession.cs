using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>One client's MCP session with a server and services of its own.</summary>
internal sealed class HttpSession : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly StreamableHttpServerTransport _transport;
    private readonly McpServer _server;
    private readonly CancellationTokenSource _end = new();
    private readonly ListenerRelay _relay = new();
    private readonly Lazy<Task> _telling;
    private readonly Task _running;

    public HttpSession(McpServerOptions options, IServiceProvider services, ILoggerFactory loggers)
    {
        _scope = services.CreateAsyncScope();
        _scope.ServiceProvider.GetRequiredService<SessionScope>().SessionId = Id;
        _transport = new StreamableHttpServerTransport(loggers) { SessionId = Id };
        _server = McpServer.Create(_transport, options, loggers, _scope.ServiceProvider);
        if (_scope.ServiceProvider.GetService<ClientLine>() is { } line)
        {
            line.Server = _server;
        }

        _telling = new Lazy<Task>(() => _transport.HandleGetRequestAsync(_relay, _end.Token));
        _running = _server.RunAsync(_end.Token);
    }

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Requests that are under way, listening ones too. Guarded by whoever keeps the sessions.</summary>
    public int OpenRequests { get; set; }

    /// <summary>A timestamp of the clock, from the end of the last request. Guarded likewise.</summary>
    public long LastUsed { get; set; }

    /// <returns>False when the message asks for no answer.</returns>
    public Task<bool> AnswerAsync(JsonRpcMessage message, Stream body, CancellationToken cancellationToken) =>
        _transport.HandlePostRequestAsync(message, body, cancellationToken);

    /// <summary>Writes what the server tells by itself, until the session or the listener goes.</summary>
    /// <returns>False at once when somebody listens already.</returns>
    public async Task<bool> ListenAsync(Stream body, CancellationToken cancellationToken)
    {
        if (!_relay.TryBegin(body))
        {
            return false;
        }

        try
        {
            await body.FlushAsync(cancellationToken);
            await _telling.Value.WaitAsync(cancellationToken);
            return true;
        }
        finally
        {
            _relay.End(body);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _transport.DisposeAsync();
        await _server.DisposeAsync();
        try
        {
            await _running;
            await (_telling.IsValueCreated ? _telling.Value : Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // They were told to.
        }

        await _scope.DisposeAsync();
        _end.Dispose();
    }
}
