using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The client's lines, none longer than 8 MiB: a longer one is answered with an error, dropped up to its end and never
/// held in memory.</summary>
internal sealed class ClientInput(Stream inner, ClientOutput answers) : ForwardStream
{
    private const int LongestLine = 8 * 1024 * 1024;

    // Nobody can tell the id of a request that is not read.
    private static readonly byte[] s_tooLong =
        """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"A line is at most 8 MiB long. This one was dropped and nothing was done."}}"""u8.ToArray();

    private const int ChunkLength = 32 * 1024;

    /// <summary>Above this there is room for the longest at once: growing by doubling leaves as much behind as it holds in the end.</summary>
    private const int ModestLine = 256 * 1024;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _chunk = new byte[ChunkLength];

    /// <summary>Of whole lines, what was not read yet.</summary>
    private MemoryStream _ready = new();

    /// <summary>The beginning of a line whose end has not come.</summary>
    private MemoryStream _line = new();
    private bool _dropping;

    /// <summary>Ends when the client closes its side.</summary>
    public Task Ended => _ended.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.Position == _ready.Length)
        {
            _ready.SetLength(0);
            var read = await inner.ReadAsync(_chunk, cancellationToken);
            if (read == 0)
            {
                _ended.TrySetResult();
                TakeLine();
                break;
            }

            for (var dropped = Take(_chunk.AsSpan(0, read)); dropped > 0; dropped--)
            {
                await answers.WriteLineAsync(s_tooLong, cancellationToken);
            }
        }

        return _ready.Read(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Keeps lines until they are whole: what is too long has then reached nobody, and takes no more room than it may.</summary>
    /// <returns>How many lines were found too long.</returns>
    private int Take(ReadOnlySpan<byte> bytes)
    {
        var dropped = 0;
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            var piece = end < 0 ? bytes : bytes[..(end + 1)];
            if (!_dropping && _line.Length + piece.Length - (end < 0 ? 0 : 1) > LongestLine)
            {
                (_dropping, _line) = (true, new MemoryStream());
                dropped++;
            }

            if (!_dropping)
            {
                MakeRoom(piece.Length);
                _line.Write(piece);
            }

            if (end >= 0)
            {
                _dropping = false;
                TakeLine();
            }

            bytes = bytes[piece.Length..];
        }

        return dropped;
    }

    private void MakeRoom(int bytes)
    {
        if (_line.Length + bytes > ModestLine && _line.Capacity < LongestLine)
        {
            _line.Capacity = LongestLine + 1;
        }
    }

    private void TakeLine()
    {
        if (_ready.Length == 0)
        {
            (_ready, _line) = (_line, _ready);
        }
        else
        {
            _ready.Position = _ready.Length;
            _line.WriteTo(_ready);
        }

        _ready.Position = 0;
        _line.SetLength(0);
        if (_line.Capacity > ChunkLength)
        {
            // What one long line needed is not kept for all the short ones after it.
            _line = new MemoryStream();
        }
    }
}
