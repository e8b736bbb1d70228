using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>The three streams of a running tool, all moved at once: none can fill up and hold the others.</summary>
internal sealed class ToolPipes
{
    /// <summary>How long a tool has to end by itself after our side of a pipe failed, so that it can say why.</summary>
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _stopFeed;
    private readonly Task _feed;
    private readonly Task _read;
    private readonly Task _drain;
    private ExceptionDispatchInfo? _broken;

    /// <param name="stop">Cancelled from here too, when the caller's code fails and the tool must go.</param>
    public ToolPipes(Process process, ToolRun run, OutputTail tail, CancellationTokenSource stop)
    {
        _process = process;
        _stop = stop;
        _stopFeed = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);

        // On the pool, because a caller may compose a frame before it first awaits.
        _feed = Task.Run(() => FeedAsync(run.Feed), CancellationToken.None);
        _read = Task.Run(() => ReadAsync(run.Read), CancellationToken.None);
        _drain = tail.DrainAsync(process.StandardError.BaseStream);
    }

    /// <summary>The caller's code failed while the tool was well.</summary>
    public bool BrokeFirst { get; private set; }

    /// <summary>Call it when the process is gone.</summary>
    public async Task FinishAsync(TimeSpan limit)
    {
        await _stopFeed.CancelAsync();
        await Task.WhenAll(_feed, _read);
        _stopFeed.Dispose();
        try
        {
            await _drain.WaitAsync(limit);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or ObjectDisposedException)
        {
            // Only what it wrote last is lost.
        }
    }

    public void ThrowIfBroken() => _broken?.Throw();

    private async Task FeedAsync(Func<Stream, CancellationToken, Task>? feed)
    {
        await using var input = _process.StandardInput.BaseStream;
        if (feed is not null)
        {
            PipeSize.Enlarge(input);
            await GuardAsync(feed, input, _stopFeed.Token);
        }
    }

    private async Task ReadAsync(Func<Stream, CancellationToken, Task>? read)
    {
        await using var output = _process.StandardOutput.BaseStream;
        if (read is not null)
        {
            PipeSize.Enlarge(output);
            await GuardAsync(read, output, _stop.Token);
        }

        // What the reader left would block the tool.
        await GuardAsync(static (stream, token) => stream.CopyToAsync(Stream.Null, token), output, _stop.Token);
    }

    private async Task GuardAsync(Func<Stream, CancellationToken, Task> work, Stream stream, CancellationToken stop)
    {
        try
        {
            await work(stream, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // We stopped it: the tool is gone or about to be.
        }
        catch (IOException exception) when (IsBrokenPipe(exception))
        {
            // It closed its end. Its exit code says whether that is a failure.
        }
        catch (Exception exception)
        {
            // Whatever the caller's code throws goes back to the caller, but only when the tool is gone.
            _broken ??= ExceptionDispatchInfo.Capture(exception);
            await EndToolAsync();
        }
    }

    private async Task EndToolAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(s_lastWords);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            BrokeFirst = true;
            await _stop.CancelAsync();
        }
    }

    // On Unix .NET moves a child's pipes through its socket engine, and names the break as that does.
    private static bool IsBrokenPipe(IOException exception)
    {
        const int WindowsBrokenPipe = unchecked((int)0x8007006D);
        const int WindowsNoData = unchecked((int)0x800700E8);
        return exception.InnerException is SocketException { SocketErrorCode: SocketError.Shutdown or SocketError.ConnectionReset }
            || exception.HResult is WindowsBrokenPipe or WindowsNoData;
    }
}
