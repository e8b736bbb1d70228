using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>HTTP over the network: to the backend that the user chose, and to the outside, where finished files lie.</summary>
internal static class NetworkConnection
{
    private static readonly TimeSpan s_connectLimit = TimeSpan.FromSeconds(15);

    public static HttpMessageHandler ToBackend(BackendDescription backend, GatewayOptions options) => new SocketsHttpHandler
    {
        // A redirect would re-send a body, and the client id with it, to another origin.
        AllowAutoRedirect = false,
        UseProxy = options.UseProxy && !backend.Address.IsLoopback,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = s_connectLimit,
    };

    /// <summary>For addresses that a backend names: only the public network can be reached, by the address that was
    /// looked up, so that a name cannot change its mind between the check and the connection.</summary>
    public static HttpMessageHandler ToOutside() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = s_connectLimit,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            var allowed = found.Where(PublicNetwork.Contains).ToArray();
            if (allowed.Length == 0)
            {
                throw new BackendException(
                    BackendFault.DownloadRefused, "The backend named a download address inside a private network. It was not opened.");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
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
