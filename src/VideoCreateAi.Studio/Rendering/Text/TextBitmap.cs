namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Drawn text, as small as it goes.</summary>
/// <param name="Pixels">Premultiplied, in the order blue, green, red, alpha.</param>
/// <param name="FontSize">In pixels, after fitting.</param>
internal sealed record TextBitmap(int Width, int Height, byte[] Pixels, int FontSize)
{
    /// <summary>Characters that no installed font can draw; they are boxes. 0 where the rasterizer cannot tell.</summary>
    public int MissingGlyphs { get; init; }
}
