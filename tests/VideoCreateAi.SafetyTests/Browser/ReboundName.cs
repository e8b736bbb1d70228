using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>A name that first leads to an attacker's page and then to a port of this machine, as a name server can make it: the page
/// is of one origin with whatever listens there. A browser keeps an address that it has, so the change is made behind it: this
/// listens on another address of loopback with the same port, gives out the page, and passes everything else on as it came.</summary>
/// <param name="page">What <c>/page</c> gives out.</param>
/// <param name="change">Writes the head of a request anew; null = it goes on as it is.</param>
internal sealed class ReboundName(IPAddress at, int port, string page, Func<string, string>? change = null) : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly TcpListener _listener = new(at, port);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _serving = [];
    private Task _accepting = Task.CompletedTask;

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_serving);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // It was told to.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var (head, rest) = await ReadHeadAsync(stream);
                if (head.StartsWith("GET /page", StringComparison.Ordinal))
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\nConnection: close\r\n\r\n{page}"), _end.Token);
                    return;
                }

                using var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, port, _end.Token);
                var onward = server.GetStream();
                await onward.WriteAsync(Encoding.Latin1.GetBytes(change?.Invoke(head) ?? head), _end.Token);
                await onward.WriteAsync(rest, _end.Token);
                await Task.WhenAny(stream.CopyToAsync(onward, _end.Token), onward.CopyToAsync(stream, _end.Token));
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
        {
            // One of the two sides has gone.
        }
    }

    private async Task<(string Head, byte[] Body)> ReadHeadAsync(NetworkStream stream)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _end.Token);
            length += read > 0 ? read : throw new IOException("The browser closed the connection.");
        }

        return (Encoding.Latin1.GetString(buffer, 0, end + 4), buffer[(end + 4)..length]);
    }
}
