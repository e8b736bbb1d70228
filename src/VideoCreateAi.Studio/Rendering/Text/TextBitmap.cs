namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Drawn text, as small as it goes.</summary>
/// <param name="Pixels">Premultiplied, in the order blue, green, red, alpha.</param>
/// <param name="FontSize">In pixels, after fitting.</param>
internal sealed record TextBitmap(int Width, int Height, byte[] Pixels, int FontSize)
{
    /// <summary>What no installed font can draw, each character once; it is shown as boxes. Empty where the rasterizer cannot tell.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Whether there is nothing to be seen of it.</summary>
    public bool IsBlank => !Pixels.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>The letters in the order of reading. Empty where the rasterizer cannot tell.</summary>
    public IReadOnlyList<TextCell> Cells { get; init; } = [];
}
