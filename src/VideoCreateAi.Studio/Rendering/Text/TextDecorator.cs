using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Puts under drawn text what makes it readable on any picture: a soft scrim and shadow, an outline or a box.</summary>
internal static class TextDecorator
{
    private const double BoxStrength = 0.62;
    private const double ShadowDrop = 0.03;

    // What a shade of the letters takes, and a cloud under a caption, in font sizes.
    private const double LettersReach = 0.6;
    private const double CloudReach = 1.85;
    private const uint HighlightColor = 0xFFD84A;

    /// <summary>All of it as one picture.</summary>
    /// <param name="tone">Null = as much as its colour needs on any picture.</param>
    /// <param name="level">Null = as strong as its colour needs.</param>
    public static TextSprite Decorate(TextBitmap text, TextLayout layout, Canvas canvas, TextTone? tone = null, ShadeLevel? level = null)
    {
        tone ??= TextTone.For(layout, text.FontSize, canvas, TextSurroundings.Of(text, 0, 0, layout.Request.Color, canvas, []));
        return Paint(text, layout, canvas, HasScrim(layout, tone) && !layout.IsCaption, Ground(tone, canvas), Shade(tone, level), static (region, _, _) => region.Letters());
    }

    /// <summary>What stands still while letters come: a box or a scrim. Null where there is none.</summary>
    public static TextSprite? Ground(TextBitmap text, TextLayout layout, Canvas canvas, TextTone tone) =>
        HasScrim(layout, tone) && !layout.IsCaption ? Scrim(text, layout, canvas, tone)
            : layout.Style is TextStyle.Box or TextStyle.Highlight || HasScrim(layout, tone) ? Paint(text, layout, canvas, isWide: false, Ground(tone, canvas))
            : null;

    /// <summary>The letters with their own shadow or outline.</summary>
    public static TextSprite Letters(TextBitmap text, TextLayout layout, Canvas canvas, TextTone tone) =>
        Paint(text, layout, canvas, isWide: false, Shade(tone, tone.Level), static (region, _, _) => region.Letters());

    public static bool HasScrim(TextLayout layout, TextTone tone) => TextLayout.DependsOnPicture(layout.Style) && tone.Scrim > 0;

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

    private static TextSprite Scrim(TextBitmap text, TextLayout layout, Canvas canvas, TextTone tone)
    {
        var (left, top) = layout.Place(text.Width, text.Height, canvas);
        var (x, y) = ((int)Math.Round(left), (int)Math.Round(top));
        var shape = new ScrimShape(layout, canvas, x, y, text.Width, text.Height, text.FontSize);
        return new TextSprite(ScrimPainter.Paint(shape, tone.Color, tone.Scrim, canvas.Width, canvas.Height), 0, 0)
        {
            Glyphs = text, GlyphX = x, GlyphY = y, Color = layout.Request.Color,
        };
    }

    private static Action<TextRegion, TextLayout, int> Ground(TextTone tone, Canvas canvas) => (region, layout, size) =>
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
            case TextStyle.Shadow or TextStyle.Plain when layout.IsCaption:
                // What comes and goes every other second must not make the whole picture pulse.
                region.Cloud(tone.Color, tone.Scrim, size);
                break;
            case TextStyle.Shadow or TextStyle.Plain:
                region.Scrim(tone.Color, tone.Scrim, layout, canvas);
                break;
        }
    };

    private static Action<TextRegion, TextLayout, int> Shade(TextTone tone, ShadeLevel? level) => (region, layout, size) =>
    {
        var color = TextInk.Ground(layout.Request.Color);
        if (TextLayout.DependsOnPicture(layout.Style) && tone.Level is null && level is null)
        {
            if (tone.Shadow > 0)
            {
                region.Shade(color, Math.Max(1, (int)Math.Round(size * tone.Spread)), (int)Math.Round(size * ShadowDrop), gain: 1, tone.Shadow);
            }

            return;
        }

        // Radius, drop, gain and strength of the style itself.
        (double Radius, double Drop, double Gain, double Strength)? shade = layout.Style switch
        {
            TextStyle.Outline => (0.045, 0, 5, 1),
            TextStyle.Shadow => (0.075, 0.045, 1.5, 0.55),
            TextStyle.Plain => (0.05, 0, 2.4, 0.5),
            _ => null,
        };
        if (shade is var (radius, drop, gain, strength))
        {
            var chosen = level ?? ShadeLevel.For(layout, size);
            region.Shade(
                color, Math.Max(1, (int)Math.Round(size * radius * chosen.Radius)), (int)Math.Round(size * drop),
                gain * chosen.Gain, Math.Max(strength, chosen.Strength));
        }
    };

    private static TextSprite Paint(TextBitmap text, TextLayout layout, Canvas canvas, bool isWide, params ReadOnlySpan<Action<TextRegion, TextLayout, int>> steps)
    {
        var (left, top) = layout.Place(text.Width, text.Height, canvas);
        var (textX, textY) = ((int)Math.Round(left), (int)Math.Round(top));
        var size = text.FontSize;

        var reach = (int)(size * (layout.IsCaption && TextLayout.DependsOnPicture(layout.Style) ? CloudReach : LettersReach)) + 4;
        var (x0, y0) = isWide ? (0, 0) : (Math.Max(0, textX - reach) & ~1, Math.Max(0, textY - reach) & ~1);
        var (x1, y1) = isWide
            ? (canvas.Width, canvas.Height)
            : (Math.Min(canvas.Width, (textX + text.Width + reach + 1) & ~1), Math.Min(canvas.Height, (textY + text.Height + reach + 1) & ~1));
        var place = new PixelRect(x0, y0, Math.Max(16, x1 - x0), Math.Max(16, y1 - y0));
        var region = new TextRegion(place, text, textX - x0, textY - y0);
        foreach (var step in steps)
        {
            step(region, layout, size);
        }

        return new TextSprite(region.Finish(), place.X, place.Y) { Glyphs = text, GlyphX = textX, GlyphY = textY, Color = layout.Request.Color };
    }
}
