using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Text with all that makes it readable, and its place on the canvas.</summary>
internal sealed record TextSprite(PlanarPicture Picture, int X, int Y)
{
    /// <summary>The letters alone.</summary>
    public required TextBitmap Glyphs { get; init; }

    /// <summary>Where the letters' top left corner lies on the canvas.</summary>
    public required int GlyphX { get; init; }

    public required int GlyphY { get; init; }

    /// <summary>0xRRGGBB, as the letters were asked for.</summary>
    public required uint Color { get; init; }
}
