namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Gives its bytes out in pieces that end at the cuts.</summary>
internal sealed class ChoppedStream(byte[] bytes, params int[] cuts) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var at = (int)Position;
        var end = cuts.FirstOrDefault(cut => cut > at, (int)Length);
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, end - at)], cancellationToken);
    }
}
