using System.Buffers;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Passes whole events on to whoever listens now. The transport writes to one listener in its life, and a client's connection
/// may break: without this its session would be mute from then on. What is told while nobody listens is lost, as the protocol has it.</summary>
internal sealed class ListenerRelay : Stream
{
    private readonly ArrayBufferWriter<byte> _event = new();
    private Stream? _listener;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <returns>False when somebody listens already.</returns>
    public bool TryBegin(Stream listener) => Interlocked.CompareExchange(ref _listener, listener, null) is null;

    public void End(Stream listener) => Interlocked.CompareExchange(ref _listener, null, listener);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _event.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _event.Write(buffer.AsSpan(offset, count));

    /// <summary>The transport flushes after each event: before that a listener that comes in between would get half of one.</summary>
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Volatile.Read(ref _listener) is { } listener && _event.WrittenCount > 0)
            {
                await listener.WriteAsync(_event.WrittenMemory, cancellationToken);
                await listener.FlushAsync(cancellationToken);
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The listener went while it was told; its request ends by itself.
        }
        finally
        {
            _event.ResetWrittenCount();
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
