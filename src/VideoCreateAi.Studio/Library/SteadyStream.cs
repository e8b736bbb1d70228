namespace VideoCreateAi.Studio.Library;

/// <summary>A body from the web that must keep coming: one that drips or never ends would hold its place for ever.
/// Whatever breaks it is told as a refusal of its address.</summary>
internal sealed class SteadyStream(Stream inner, TimeProvider clock) : Stream
{
    private const int LeastBytes = 256 * 1024;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);

    private readonly long _begun = clock.GetTimestamp();
    private long _windowBegun = clock.GetTimestamp();
    private int _inWindow;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(Left(), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var read = await inner.ReadAsync(buffer, either.Token);
            if ((_inWindow += read) >= LeastBytes)
            {
                (_inWindow, _windowBegun) = (0, clock.GetTimestamp());
            }

            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw UrlRefusal.Unreachable("The file came too slowly and was given up. Download it yourself and give its path.");
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw UrlRefusal.Unreachable("The connection broke before the file was whole. Download it yourself and give its path.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Until this window or the whole time is over, whichever comes first.</summary>
    private TimeSpan Left()
    {
        var left = s_window - clock.GetElapsedTime(_windowBegun);
        var whole = s_longest - clock.GetElapsedTime(_begun);
        return left < whole ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : (whole > TimeSpan.Zero ? whole : TimeSpan.Zero);
    }
}
