using System.Buffers.Text;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>JSON as it comes in, with every half of a letter replaced: <c>"\ud800"</c> is allowed to stand in JSON, and is no text
/// that anything behind this could read.</summary>
internal sealed class WholeLetters(Stream inner) : ForwardStream
{
    /// <summary>Two escapes in a row, less their last digit.</summary>
    private const int MostHeld = 11;

    private const int EscapeLength = 6;

    private readonly byte[] _held = new byte[MostHeld];
    private int _heldLength;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length <= MostHeld)
        {
            throw new ArgumentException("There is too little room for what is held back.", nameof(buffer));
        }

        while (true)
        {
            _held.AsSpan(0, _heldLength).CopyTo(buffer.Span);
            var read = await inner.ReadAsync(buffer[_heldLength..], cancellationToken);
            var length = _heldLength + read;
            if (read == 0)
            {
                _heldLength = 0;
                return length;
            }

            var whole = Mend(buffer.Span[..length]);
            _heldLength = length - whole;
            buffer.Span[whole..length].CopyTo(_held);
            if (whole > 0)
            {
                return whole;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>Up to where it is certain. What follows is the beginning of an escape.</returns>
    private static int Mend(Span<byte> json)
    {
        for (var at = 0; at < json.Length;)
        {
            var next = json[at..].IndexOf((byte)'\\');
            if (next < 0)
            {
                return json.Length;
            }

            at += next;
            if (at + 1 >= json.Length)
            {
                return at;
            }

            if (json[at + 1] != (byte)'u')
            {
                at += 2;
                continue;
            }

            if (at + EscapeLength > json.Length)
            {
                return at;
            }

            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit))
            {
                if (IsCut(json[(at + EscapeLength)..]))
                {
                    return at;
                }

                if (char.IsLowSurrogate(UnitAt(json, at + EscapeLength)))
                {
                    at += 2 * EscapeLength;
                    continue;
                }
            }

            if (char.IsSurrogate(unit))
            {
                "fffd"u8.CopyTo(json[(at + 2)..]);
            }

            at += EscapeLength;
        }

        return json.Length;
    }

    /// <summary>Whether this could still become an escape once more of it is there.</summary>
    private static bool IsCut(ReadOnlySpan<byte> rest) => rest.Length < EscapeLength && "\\u"u8.StartsWith(rest[..Math.Min(rest.Length, 2)]);

    /// <returns>0 for what is no escape of a letter.</returns>
    private static char UnitAt(ReadOnlySpan<byte> json, int at) =>
        json.Length >= at + EscapeLength && json[at] == (byte)'\\' && json[at + 1] == (byte)'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var used, 'x') && used == 4
            ? (char)unit
            : '\0';
}
