using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.TestKit;

/// <summary>A backend of raw bytes on loopback, for everything that no decent server can be made to say: wrong lengths,
/// resets, cut chunks, silence. Each connection gets the next script and serves one request.</summary>
public sealed class LyingBackend : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly Queue<RawStep[]> _scripts = [];
    private readonly List<RawConnection> _connections = [];
    private readonly List<Task> _playing = [];
    private readonly Task _accepting;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RawStep[]? _always;
    private int _surprises;

    private LyingBackend()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Method and path of each request that came, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections.Where(connection => connection.Head.Length > 0).Select(connection => string.Join(' ', connection.Head.Split(' ').Take(2)))];
            }
        }
    }

    /// <summary>The head of each request that came, as it was sent.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections.Select(connection => connection.Head)];
            }
        }
    }

    /// <summary>The body of each request, as far as it was read and at most its first mebibyte.</summary>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections.Select(connection => connection.Body)];
            }
        }
    }

    public static LyingBackend Start() => new();

    /// <summary>A whole and honest reply, to be sent after the body was read.</summary>
    public static string Reply(string body, int status = 200, string mediaType = "application/json", string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: {mediaType}\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    /// <summary>The head of a stream of events that ends with the connection.</summary>
    public static string StreamHead(string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{headers}Connection: close\r\n\r\n";

    /// <summary>What the next connection does with its request; at the end it is closed.</summary>
    public LyingBackend Then(params RawStep[] steps)
    {
        lock (_lock)
        {
            _scripts.Enqueue(steps);
        }

        return this;
    }

    /// <summary>What every connection does that finds the script at its end.</summary>
    public void Always(params RawStep[] steps) => _always = steps;

    /// <summary>The next request is read whole and answered honestly.</summary>
    public LyingBackend ThenJson(string body, int status = 200) => Then(RawStep.ReadBody, RawStep.Send(Reply(body, status)));

    public Task UntilConnectedAsync() => _connected.Task;

    /// <summary>Until the head of the first request was read. A connection alone says less: one whose caller gave up meanwhile
    /// carries the caller's next request.</summary>
    public Task UntilAskedAsync() => _asked.Task;

    /// <summary>Closes every connection, whatever it was about to do.</summary>
    public void DropConnections()
    {
        lock (_lock)
        {
            _connections.ForEach(connection => connection.Dispose());
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        DropConnections();
        Task[] playing;
        lock (_lock)
        {
            playing = [.. _playing];
        }

        await Task.WhenAll(playing);
        if (_surprises > 0 || _scripts.Count > 0)
        {
            throw new InvalidOperationException($"The script was not followed: {_surprises} request(s) too many, {_scripts.Count} too few. Asked: {string.Join("; ", Asked)}");
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            socket.NoDelay = true;
            var connection = new RawConnection(socket);
            lock (_lock)
            {
                _connections.Add(connection);
                _playing.Add(Task.Run(() => PlayAsync(connection)));
            }

            _connected.TrySetResult();
        }
    }

    private async Task PlayAsync(RawConnection connection)
    {
        using (connection)
        {
            if (!await connection.ReadHeadAsync())
            {
                return;
            }

            _asked.TrySetResult();
            RawStep[]? steps;
            lock (_lock)
            {
                if (!_scripts.TryDequeue(out steps) && (steps = _always) is null)
                {
                    _surprises++;
                    return;
                }
            }

            foreach (var step in steps)
            {
                await step.PlayAsync(connection);
            }
        }
    }
}
