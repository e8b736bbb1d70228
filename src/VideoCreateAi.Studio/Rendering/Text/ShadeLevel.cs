using System.Collections.Concurrent;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How strong the shadow or outline of a text is: as little as its colour needs to be read on any picture.</summary>
/// <param name="Gain">Times the style's own.</param>
/// <param name="Strength">At least; 0 to 1.</param>
/// <param name="Radius">Times the style's own.</param>
internal sealed record ShadeLevel(double Gain, double Strength, double Radius)
{
    // Strokes of letters, as wide as those of a bold face and as far apart.
    private const double StrokeWidth = 0.15;
    private const double StrokeStep = 0.5;
    private const int Strokes = 6;
    // Real letters have corners and narrow gaps, and a shadow has a scrim to help it.
    private const double Spare = 1.5;
    private const double ShadowSpare = 0.5;
    private const int LeastSize = 12;
    private const int LargestSize = 48;

    private static readonly ShadeLevel[] s_levels =
    [
        new(1, 0, 1), new(1.4, 0.65, 1), new(2, 0.8, 1), new(2.8, 0.9, 1.1), new(4, 1, 1.2), new(6, 1, 1.4), new(9, 1, 1.6),
    ];

    private static readonly ConcurrentDictionary<(TextStyle Style, uint Color, int Size), ShadeLevel> s_known = [];

    public static ShadeLevel Weakest => s_levels[0];

    /// <summary>The first that passes on a white picture, on a black one and on one of the letters' own colour.</summary>
    public static ShadeLevel For(TextLayout layout, int fontSize)
    {
        // Above it nothing changes but the number of pixels.
        var size = Math.Clamp(fontSize, LeastSize, LargestSize);
        return s_known.GetOrAdd((layout.Style, layout.Request.Color, size), static (key, layout) =>
        {
            var canvas = new Canvas(key.Size * 5 & ~1, key.Size * 3 & ~1);
            var probe = layout with { Position = TextPosition.Center, Request = layout.Request with { Align = TextAlign.Center } };
            var letters = Letters(key.Color, key.Size);
            var least = ContrastMeter.Least + (key.Style == TextStyle.Shadow ? ShadowSpare : Spare);
            return s_levels.FirstOrDefault(
                level => Pictures(key.Color).All(picture => Contrast(TextDecorator.Decorate(letters, probe, canvas, new TextTone(TextTone.HelpingScrim, TextInk.Ground(layout.Request.Color), 0, 0), level), picture, canvas) >= least),
                s_levels[^1]);
        }, layout);
    }

    private static IEnumerable<YuvColor> Pictures(uint color) =>
        [new YuvColor(235, 128, 128), YuvColor.Black, YuvColor.FromRgb((color >> 16) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0)];

    private static double Contrast(TextSprite text, YuvColor picture, Canvas canvas)
    {
        var frame = new PlanarPicture(canvas.Width, canvas.Height);
        frame.Fill(picture);
        new LayerPainter().Paint(frame, new PixelRect(0, 0, canvas.Width, canvas.Height), text.Picture, new Affine(1, text.X, text.Y));
        return ContrastMeter.Of(frame, text) ?? double.PositiveInfinity;
    }

    private static TextBitmap Letters(uint color, int size)
    {
        var (width, step) = ((int)(size * StrokeStep * Strokes), (int)(size * StrokeStep));
        var pixels = new byte[width * size * 4];
        for (var i = 0; i < width * size; i++)
        {
            if (i % width % step < Math.Max(2, size * StrokeWidth))
            {
                (pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2], pixels[4 * i + 3]) = ((byte)color, (byte)(color >> 8), (byte)(color >> 16), 255);
            }
        }

        return new TextBitmap(width, size, pixels, size);
    }
}
