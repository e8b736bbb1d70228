namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What goes to the client, with room for a line of our own: the MCP library writes a message in pieces, and a line
/// must not come to stand inside of one.</summary>
internal sealed class ClientOutput(Stream inner) : Stream
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Queue<byte[]> _lines = [];
    private bool _isBetweenLines = true;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a whole line, as soon as none is being written.</summary>
    public async Task WriteLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _lines.Enqueue([.. line.Span, (byte)'\n']);
            await WriteWaitingAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            _isBetweenLines = buffer.Span[^1] == (byte)'\n';
            await inner.WriteAsync(buffer, cancellationToken);
            await WriteWaitingAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task WriteWaitingAsync(CancellationToken cancellationToken)
    {
        while (_isBetweenLines && _lines.TryDequeue(out var line))
        {
            await inner.WriteAsync(line, cancellationToken);
            await inner.FlushAsync(cancellationToken);
        }
    }
}
