namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Text to be drawn, and the room for it in pixels.</summary>
/// <param name="Fonts">In order of preference.</param>
/// <param name="Size">Wished font size; made smaller until the text fits.</param>
/// <param name="Color">0xRRGGBB.</param>
internal sealed record TextRequest(string Text, IReadOnlyList<string> Fonts, int Size, int MaxWidth, int MaxHeight, TextAlign Align, uint Color)
{
    /// <summary>From line to line, in font sizes; 0 = as the font has it. Where marks above and below need more, they have it.</summary>
    public double LineHeight { get; init; }
}
