using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>A turn's bytes on their way to the event parser, which has no limits of its own: counted by line, by event
/// and in total, with each arrival told to the clock.</summary>
internal sealed class TurnByteStream(Stream inner, GatewayOptions options, Action arrived) : ForwardStream
{
    private const int MostHeadBytes = 64 * 1024;

    private readonly MemoryStream _head = new();
    private long _total;
    private long _line;
    private long _event;
    private byte _last;
    private bool _isInData;

    /// <summary>True once all of it was given out.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>True when the stream ended inside an event with data.</summary>
    public bool EndedInEvent { get; private set; }

    /// <summary>How the stream began, for one that turns out to be none.</summary>
    public ReadOnlyMemory<byte> Head => _head.GetBuffer().AsMemory(0, (int)_head.Length);

    public bool IsHeadAll => _head.Length == _total;

    private static ReadOnlySpan<byte> LastLineEnd => "\n\n"u8;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsAtEnd)
        {
            return 0;
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            arrived();
            Count(buffer.Span[..read]);
            return read;
        }

        // The parser drops an event that no blank line ends, and many servers simply close after the last one.
        IsAtEnd = true;
        EndedInEvent = _isInData;
        LastLineEnd.CopyTo(buffer.Span);
        return LastLineEnd.Length;
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _head.Write(bytes[..(int)Math.Min(bytes.Length, MostHeadBytes - _head.Length)]);
        _total += bytes.Length;
        if (_total > options.MaxStreamBytes)
        {
            throw new TurnTooLargeException($"The stream is longer than {options.MaxStreamBytes} bytes.");
        }

        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            var length = end < 0 ? bytes.Length : end;
            _isInData |= _line == 0 && length > 0 && bytes[0] == 'd';
            _line += length;
            _event += length;
            if (_line > options.MaxStreamLineBytes || _event > options.MaxStreamEventBytes)
            {
                throw new TurnTooLargeException($"A line is longer than {options.MaxStreamLineBytes} bytes or an event than {options.MaxStreamEventBytes}.");
            }

            if (end < 0)
            {
                _last = bytes[^1];
                return;
            }

            var isSecondOfPair = bytes[end] == '\n' && (end > 0 ? bytes[end - 1] : _last) == '\r';
            if (!isSecondOfPair && _line == 0)
            {
                _event = 0;
                _isInData = false;
            }

            _line = 0;
            _last = bytes[end];
            bytes = bytes[(end + 1)..];
        }
    }
}
