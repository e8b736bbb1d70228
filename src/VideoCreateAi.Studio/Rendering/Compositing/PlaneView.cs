namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>One plane inside a buffer; rows lie one after the other without gaps.</summary>
internal readonly record struct PlaneView(byte[] Buffer, int Offset, int Width, int Height)
{
    public Span<byte> Span => Buffer.AsSpan(Offset, Width * Height);

    public Span<byte> Row(int y) => Buffer.AsSpan(Offset + y * Width, Width);
}
