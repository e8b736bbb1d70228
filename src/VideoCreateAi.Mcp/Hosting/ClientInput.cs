namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The client's lines, none longer than 8 MiB: a longer one is answered with an error, dropped up to its end and never
/// held in memory.</summary>
internal sealed class ClientInput(Stream inner, ClientOutput answers) : Stream
{
    private const int LongestLine = 8 * 1024 * 1024;

    // Nobody can tell the id of a request that is not read.
    private static readonly byte[] s_tooLong =
        """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"A line is at most 8 MiB long. This one was dropped and nothing was done."}}"""u8.ToArray();

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lineLength;
    private bool _dropping;

    /// <summary>Ends when the client closes its side.</summary>
    public Task Ended => _ended.Task;

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
        while (true)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                _ended.TrySetResult();
                return 0;
            }

            var kept = Keep(buffer.Span[..read], out var dropped);
            for (; dropped > 0; dropped--)
            {
                await answers.WriteLineAsync(s_tooLong, cancellationToken);
            }

            if (kept > 0)
            {
                return kept;
            }
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

    // Moves what may pass to the front. What came of a line before it was found too long is cut by the newline that
    // follows: the reader sees one broken line and goes on.
    private int Keep(Span<byte> bytes, out int dropped)
    {
        var kept = 0;
        dropped = 0;
        foreach (var value in bytes)
        {
            if (value == (byte)'\n')
            {
                _lineLength = 0;
                _dropping = false;
                bytes[kept++] = value;
            }
            else if (!_dropping)
            {
                _dropping = ++_lineLength > LongestLine;
                dropped += _dropping ? 1 : 0;
                bytes[kept++] = value;
            }
        }

        return kept;
    }
}
