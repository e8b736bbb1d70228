using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>The same piece again and again without end; with each the clock moves on.</summary>
internal sealed class TickingStream(FakeClock clock, TimeSpan step, byte[] piece) : MemoryStream
{
    private int _at;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == 0)
        {
            clock.Advance(step);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var rest = piece.AsMemory(_at);
        var length = Math.Min(rest.Length, buffer.Length);
        rest[..length].CopyTo(buffer);
        _at = (_at + length) % piece.Length;
        return ValueTask.FromResult(length);
    }
}
