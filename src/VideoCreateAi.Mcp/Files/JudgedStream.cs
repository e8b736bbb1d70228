using Microsoft.Win32.SafeHandles;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Reads exactly the announced number of bytes from a handle that it does not own, each reader at its own place.</summary>
internal sealed class JudgedStream(SafeFileHandle handle, string name, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var wanted = Wanted(buffer.Length);
        return wanted == 0 ? 0 : Advance(RandomAccess.Read(handle, buffer[..wanted], _position));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = Wanted(buffer.Length);
        return wanted == 0 ? 0 : Advance(await RandomAccess.ReadAsync(handle, buffer[..wanted], _position, cancellationToken));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Wanted(int room)
    {
        if (_position == 0 && RandomAccess.GetLength(handle) != length)
        {
            throw LocalFileException.Changed(name);
        }

        return (int)Math.Clamp(length - _position, 0, room);
    }

    // Asked at both ends: a file that grew or shrank meanwhile would arrive as half of one version and half of another.
    private int Advance(int read)
    {
        _position += read;
        if (read == 0 || (_position == length && RandomAccess.GetLength(handle) != length))
        {
            throw LocalFileException.Changed(name);
        }

        return read;
    }
}
