using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace VideoCreateAi.TestKit.Published;

/// <summary>The studio that the programs of a data directory share, which outlives them.</summary>
public static class StudioProcess
{
    /// <summary>Its process id, as it answers on its socket.</summary>
    public static async Task<int> IdAsync(string dataFolder)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketOf(dataFolder)), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var reply = JsonDocument.Parse(await http.GetStringAsync(new Uri("http://studio/studio/version")));
        return reply.RootElement.GetProperty("data").GetProperty("pid").GetInt32();
    }

    /// <summary>Ends it and all that it started, where it runs.</summary>
    public static async Task EndAsync(string dataFolder)
    {
        if (!File.Exists(SocketOf(dataFolder)))
        {
            return;
        }

        try
        {
            using var studio = Process.GetProcessById(await IdAsync(dataFolder));
            studio.Kill(entireProcessTree: true);
            await studio.WaitForExitAsync();
        }
        catch (Exception gone) when (gone is ArgumentException or HttpRequestException or InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private static string SocketOf(string dataFolder) => Path.Combine(dataFolder, "studio.sock");
}
