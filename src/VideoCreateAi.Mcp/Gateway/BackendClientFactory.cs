using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Puts a client together: connection, attribution, retry, tokens.</summary>
internal static class BackendClientFactory
{
    /// <param name="socketPath">Gives the socket of a running studio and starts one where none runs.</param>
    public static BackendClient ForStudio(
        GatewayOptions options, Func<CancellationToken, ValueTask<string>> socketPath, TimeProvider clock, ILoggerFactory loggers) =>
        Create(BackendDescription.Studio, options, StudioConnection.Create(socketPath), clock, loggers);

    /// <param name="backend">From <see cref="BackendDescription.Cloud"/> or <see cref="BackendDescription.At"/>.</param>
    public static BackendClient ForNetwork(
        BackendDescription backend, GatewayOptions options, TimeProvider clock, ILoggerFactory loggers) =>
        Create(backend, options, NetworkConnection.ToBackend(backend, options), clock, loggers);

    public static BackendClient Create(
        BackendDescription backend, GatewayOptions options, HttpMessageHandler connection, TimeProvider clock, ILoggerFactory loggers)
    {
        var handler = new AttributionHandler(options, new RetryHandler(options, clock, connection));
        return new BackendClient(
            new HttpClient(handler) { BaseAddress = backend.Address, Timeout = Timeout.InfiniteTimeSpan },
            new HttpClient(NetworkConnection.ToOutside()) { Timeout = Timeout.InfiniteTimeSpan },
            backend,
            new TokenStore(backend, options, clock, loggers.CreateLogger<TokenStore>()),
            options,
            clock,
            loggers.CreateLogger<BackendClient>());
    }
}
