using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How a text without box or outline is kept readable where it stands: by as little as its picture asks for.</summary>
/// <param name="Scrim">Opacity of the soft shade under the whole block; 0 = none.</param>
/// <param name="Color">Of that shade.</param>
/// <param name="Shadow">Opacity of the letters' own soft shadow.</param>
/// <param name="Spread">How wide that shadow is, in font sizes.</param>
/// <param name="Level">Null, or what must be done where a shade alone would have to hide the picture.</param>
internal sealed record TextTone(double Scrim, uint Color, double Shadow, double Spread, ShadeLevel? Level = null)
{
    /// <summary>Beside a stronger shadow.</summary>
    public const double HelpingScrim = 0.3;

    // WCAG's for large letters and for others, with something to spare for the encoder.
    private const double LargeContrast = 3.2;
    private const double SmallContrast = 4.7;

    // Of the canvas's shorter side.
    private const double LargeSize = 0.07;

    // Among leaves letters need more than on a wall.
    private const double DetailContrast = 1.9;
    private const double CalmDetail = 0.02;
    private const double BusyDetail = 0.09;

    // More of it, and what is under it is no longer the picture.
    private const double MostScrim = 0.66;
    private const double ScrimStep = 0.02;

    // Half of what is behind the letters is as light as a sheet of paper in the shade.
    private const double LightPicture = 0.5;
    private const double CaptionContrast = 8;

    private static readonly (double Strength, double Spread) s_calm = (0.26, 0.07);
    private static readonly (double Strength, double Spread) s_busy = (0.42, 0.13);

    /// <summary>Of letters whose colour nobody chose: dark ones where the picture is light and they need no more than it. Captions, which
    /// follow each other, only where all of it is: their colour is not to change with every twig.</summary>
    public static uint InkFor(TextLayout layout, TextSurroundings around) =>
        layout.IsInkFree && around.MiddleLight() >= LightPicture
        && around.Contrast(TextInk.OnHighlight, 0, 0) >= (layout.IsCaption ? CaptionContrast : LargeContrast)
            ? TextInk.OnHighlight
            : layout.Request.Color;

    public static TextTone For(TextLayout layout, int fontSize, Canvas canvas, TextSurroundings around)
    {
        var color = layout.Request.Color;
        var ground = TextInk.Scrim(color, around.Tint);
        var busy = Math.Clamp((around.Detail - CalmDetail) / (BusyDetail - CalmDetail), 0, 1);
        var isLarge = fontSize >= LargeSize * Math.Min(canvas.Width, canvas.Height);
        var wanted = (isLarge ? LargeContrast : SmallContrast) + (isLarge ? busy * DetailContrast : 0);
        var scrim = 0.0;
        while (scrim <= MostScrim && around.Contrast(color, ground, scrim) < wanted)
        {
            scrim += ScrimStep;
        }

        if (scrim > MostScrim && around.Contrast(color, ground, MostScrim) < ContrastMeter.Least)
        {
            return new TextTone(HelpingScrim, ground, 0, 0, ShadeLevel.For(layout, fontSize));
        }

        scrim = Math.Min(scrim, MostScrim);
        var weight = Math.Max(busy, scrim / MostScrim);

        // A glow around dark letters on a light calm picture is nothing that anybody asked for.
        var isBare = scrim == 0 && busy == 0 && TextInk.Luminance(ground) > TextInk.Luminance(color);
        return new TextTone(
            Math.Min(1, scrim / ScrimShape.AtCorners), ground, isBare ? 0 : s_calm.Strength + (s_busy.Strength - s_calm.Strength) * weight,
            s_calm.Spread + (s_busy.Spread - s_calm.Spread) * weight);
    }
}
