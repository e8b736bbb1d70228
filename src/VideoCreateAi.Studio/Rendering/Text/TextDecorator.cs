using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Puts under drawn text what makes it readable on any picture: a soft scrim and shadow, an outline or a box.</summary>
internal static class TextDecorator
{
    private const double ScrimStrength = 0.30;
    private const double ShadowStrength = 0.55;
    private const double BoxStrength = 0.62;
    private const uint HighlightColor = 0xFFD84A;

    /// <summary>All of it as one picture.</summary>
    /// <param name="level">Null = as strong as its colour needs.</param>
    public static TextSprite Decorate(TextBitmap text, TextLayout layout, Canvas canvas, ShadeLevel? level = null) =>
        Paint(text, layout, canvas, HasScrim(layout), Ground, Shade(level), static (region, _, _) => region.Letters());

    /// <summary>What stands still while letters come, and the letters with their own shadow or outline.</summary>
    public static (TextSprite? Ground, TextSprite Letters) Apart(TextBitmap text, TextLayout layout, Canvas canvas)
    {
        var hasGround = layout.Style is TextStyle.Box or TextStyle.Highlight || HasScrim(layout);
        return (
            hasGround ? Paint(text, layout, canvas, HasScrim(layout), Ground) : null,
            Paint(text, layout, canvas, isWide: false, Shade(level: null), static (region, _, _) => region.Letters()));
    }

    /// <summary>A word as it is laid over the text while it is spoken.</summary>
    /// <param name="parts">Where its letters are, one for each line that it is on.</param>
    public static TextSprite Word(TextBitmap text, TextLayout layout, Canvas canvas, IReadOnlyList<TextCell> parts)
    {
        var color = layout.Request.Color;
        var accent = TextInk.Accent(color);
        return Paint(text, layout, canvas, isWide: false, (region, _, size) =>
        {
            foreach (var part in parts)
            {
                if (layout.WordLook == WordLook.Box)
                {
                    region.Box(accent, 1, size * 0.16, size * 0.02, size * 0.16, part);
                }

                region.Letters(part, (color, layout.WordLook == WordLook.Box ? TextInk.OnHighlight : accent));
            }
        });
    }

    private static bool HasScrim(TextLayout layout) => layout.Style is TextStyle.Shadow;

    private static void Ground(TextRegion region, TextLayout layout, int size)
    {
        var color = TextInk.Ground(layout.Request.Color);
        switch (layout.Style)
        {
            case TextStyle.Box:
                region.Box(color, Math.Max(BoxStrength, TextInk.Cover(layout.Request.Color)), size * 0.42, size * 0.26, size * 0.22);
                break;
            case TextStyle.Highlight:
                region.Box(HighlightColor, 1, size * 0.40, size * 0.18, size * 0.16);
                break;
            case TextStyle.Shadow:
                region.Scrim(color, ScrimStrength, size * 1.7, layout.Request.Align == TextAlign.Center);
                break;
        }
    }

    private static Action<TextRegion, TextLayout, int> Shade(ShadeLevel? level) => (region, layout, size) =>
    {
        // Radius, drop, gain and strength of the style itself.
        (double Radius, double Drop, double Gain, double Strength)? shade = layout.Style switch
        {
            TextStyle.Outline => (0.035, 0, 5, 1),
            TextStyle.Shadow => (0.075, 0.045, 1.5, ShadowStrength),
            TextStyle.Plain => (0.05, 0, 2.4, 0.5),
            _ => null,
        };
        if (shade is var (radius, drop, gain, strength))
        {
            var chosen = level ?? ShadeLevel.For(layout, size);
            region.Shade(
                TextInk.Ground(layout.Request.Color), Math.Max(1, (int)Math.Round(size * radius * chosen.Radius)), (int)Math.Round(size * drop),
                gain * chosen.Gain, Math.Max(strength, chosen.Strength));
        }
    };

    private static TextSprite Paint(TextBitmap text, TextLayout layout, Canvas canvas, bool isWide, params ReadOnlySpan<Action<TextRegion, TextLayout, int>> steps)
    {
        var (left, top) = layout.Place(text.Width, text.Height, canvas);
        var (textX, textY) = ((int)Math.Round(left), (int)Math.Round(top));
        var size = text.FontSize;

        // A band from side to side looks like light; a patch around the words looks like a smudge.
        var isBand = isWide && layout.Request.Align == TextAlign.Center;
        var reach = isWide ? (int)(size * 3.6) : (int)(size * 0.6) + 4;
        var x0 = isBand ? 0 : Math.Max(0, textX - reach) & ~1;
        var y0 = Math.Max(0, textY - reach) & ~1;
        var x1 = isBand ? canvas.Width : Math.Min(canvas.Width, (textX + text.Width + reach + 1) & ~1);
        var y1 = Math.Min(canvas.Height, (textY + text.Height + reach + 1) & ~1);
        var place = new PixelRect(x0, y0, Math.Max(16, x1 - x0), Math.Max(16, y1 - y0));
        var region = new TextRegion(place, text, textX - x0, textY - y0);
        foreach (var step in steps)
        {
            step(region, layout, size);
        }

        return new TextSprite(region.Finish(), place.X, place.Y) { Glyphs = text, GlyphX = textX, GlyphY = textY, Color = layout.Request.Color };
    }
}
