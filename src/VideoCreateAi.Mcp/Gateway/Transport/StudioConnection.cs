using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>HTTP over the studio's Unix domain socket.</summary>
internal static class StudioConnection
{
    /// <param name="socketPath">Gives the socket of a running studio and starts one where none runs. A
    /// <see cref="BackendException"/> from it reaches the caller as it is.</param>
    public static HttpMessageHandler Create(Func<CancellationToken, ValueTask<string>> socketPath) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = async (_, cancellationToken) =>
        {
            var path = await socketPath(cancellationToken);
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
