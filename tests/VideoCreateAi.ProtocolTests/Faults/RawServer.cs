using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Gives out bytes as they are, one reply a connection, and closes. No server library would let these lies pass.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _requests = [];
    private readonly Task _work;

    /// <param name="replies">Each given once, in this order; the last again and again.</param>
    public RawServer(params Func<Stream, Task>[] replies)
    {
        _listener.Start();
        _work = ServeAsync(replies);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Heads of the requests.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static Func<Stream, Task> Reply(string head, params byte[] body) => async stream =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"));
        await stream.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<Stream, Task>[] replies)
    {
        try
        {
            for (var number = 0; !_stop.IsCancellationRequested; number++)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                lock (_requests)
                {
                    _requests.Add(head);
                }

                try
                {
                    await replies[Math.Min(number, replies.Length - 1)](stream);
                }
                catch (IOException)
                {
                    // The client has had enough.
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException
            || (end is InvalidOperationException && _stop.IsCancellationRequested))
        {
            // Stopped: before, while or after it waited for the next one.
        }
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()) && await stream.ReadAsync(next, _stop.Token) > 0)
        {
            head.Add(next[0]);
        }

        return Encoding.ASCII.GetString([.. head]);
    }
}
