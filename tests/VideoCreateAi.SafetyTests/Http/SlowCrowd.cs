using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.SafetyTests.Http;

/// <summary>Connections that never come to an end by themselves: some send a letter at every beat, and come again whenever they are let
/// go; the others send nothing at all.</summary>
/// <param name="beginnings">What the slow ones begin with, in turns.</param>
internal sealed class SlowCrowd(int port, TimeSpan beat, IReadOnlyList<byte[]> beginnings) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _slow = [];
    private readonly List<TaskCompletionSource> _letGo = [];
    private readonly List<Socket> _idle = [];
    private int _count;

    /// <summary>How often the server closed a slow connection.</summary>
    public int LetGo => Volatile.Read(ref _count);

    public async Task ComeAsync(int slow, int idle)
    {
        for (var i = 0; i < slow; i++)
        {
            var letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _letGo.Add(letGo);
            _slow.Add(BeSlowAsync(await ConnectAsync(), beginnings[i % beginnings.Count], letGo));
        }

        for (var i = 0; i < idle; i++)
        {
            _idle.Add(await ConnectAsync());
        }
    }

    /// <summary>Each slow connection was closed by the server at least once.</summary>
    public Task AllWereLetGoAsync() => Task.WhenAll(_letGo.Select(letGo => letGo.Task));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_slow);
        _idle.ForEach(socket => socket.Dispose());
        _end.Dispose();
    }

    private async Task BeSlowAsync(Socket first, byte[] beginning, TaskCompletionSource letGo)
    {
        var socket = first;
        try
        {
            while (true)
            {
                await SpeakAsync(socket, beginning);
                socket.Dispose();
                Interlocked.Increment(ref _count);
                letGo.TrySetResult();
                socket = await ConnectAsync();
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // It was told to.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    private async Task SpeakAsync(Socket socket, byte[] beginning)
    {
        using var timer = new PeriodicTimer(beat, TimeProvider.System);
        var closing = ReadToEndAsync(socket);
        try
        {
            await socket.SendAsync(beginning, _end.Token);
            while (!closing.IsCompleted && await timer.WaitForNextTickAsync(_end.Token))
            {
                await socket.SendAsync("x"u8.ToArray(), _end.Token);
            }
        }
        catch (SocketException)
        {
            // It was closed between two letters.
        }

        await closing;
    }

    private async Task ReadToEndAsync(Socket socket)
    {
        var buffer = new byte[512];
        try
        {
            while (await socket.ReceiveAsync(buffer, _end.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is an end as well.
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), _end.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
