using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How well the letters of a text stand out in a composed frame: the contrast ratio of WCAG between their colour
/// and what is really around them, with its shadow, outline or box.</summary>
internal static class ContrastMeter
{
    /// <summary>What WCAG asks of large text.</summary>
    public const double Least = 3;

    private const byte Solid = 160;
    private const byte Clear = 8;
    private const int FewestLetterPixels = 30;

    // An outline or a tight shadow lies in the near ring, a box or the bare picture in the far one.
    // Either is enough to read by.
    private const double NearReach = 0.08;
    private const double FarReach = 0.35;

    // A letter in another colour than it was given is an emoji, which brings its own contrast.
    private const int SameColour = 40;

    private static readonly double[] s_linear =
        [.. Enumerable.Range(0, 256).Select(value => value / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    /// <returns>1 to 21, the median of the better ring; null where there are no letters of one colour.</returns>
    public static double? Of(PlanarPicture frame, TextSprite text)
    {
        var glyphs = text.Glyphs;
        var near = Math.Max(2, (int)Math.Round(glyphs.FontSize * NearReach));
        var far = Math.Max(near + 2, (int)Math.Round(glyphs.FontSize * FarReach));
        var (width, height) = (glyphs.Width + 2 * far, glyphs.Height + 2 * far);
        var letters = Letters(glyphs, text.Color, far, width, height);
        if (letters[^1] < FewestLetterPixels)
        {
            return null;
        }

        var ink = Luminance((int)(text.Color >> 16), (int)(text.Color >> 8) & 255, (int)text.Color & 255);
        List<double> close = [], around = [];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (frameX, frameY) = (text.GlyphX + x - far, text.GlyphY + y - far);
                if (frameX < 0 || frameY < 0 || frameX >= frame.Width || frameY >= frame.Height || IsInk(glyphs, x - far, y - far))
                {
                    continue;
                }

                var ring = Count(letters, x, y, near, width, height) > 0 ? close
                    : Count(letters, x, y, far, width, height) > 0 ? around
                    : null;
                ring?.Add(Ratio(ink, LuminanceAt(frame, frameX, frameY)));
            }
        }

        return close.Count + around.Count == 0 ? null : Math.Max(Median(close), Median(around));
    }

    public static double Ratio(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    public static double Luminance(int red, int green, int blue) =>
        0.2126 * s_linear[red] + 0.7152 * s_linear[green] + 0.0722 * s_linear[blue];

    /// <summary>How many letter pixels lie left of and above each place: any window is counted by four of them.</summary>
    private static int[] Letters(TextBitmap glyphs, uint color, int margin, int width, int height)
    {
        var sums = new int[(width + 1) * (height + 1)];
        for (var y = 0; y < height; y++)
        {
            var row = 0;
            for (var x = 0; x < width; x++)
            {
                row += IsLetter(glyphs, x - margin, y - margin, color) ? 1 : 0;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }

        return sums;
    }

    private static int Count(int[] sums, int x, int y, int reach, int width, int height)
    {
        var (left, right) = (Math.Max(0, x - reach), Math.Min(width, x + reach + 1));
        var (top, bottom) = (Math.Max(0, y - reach), Math.Min(height, y + reach + 1));
        var stride = width + 1;
        return sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] + sums[top * stride + left];
    }

    private static bool IsInk(TextBitmap glyphs, int x, int y) =>
        x >= 0 && y >= 0 && x < glyphs.Width && y < glyphs.Height && glyphs.Pixels[(y * glyphs.Width + x) * 4 + 3] >= Clear;

    private static bool IsLetter(TextBitmap glyphs, int x, int y, uint color)
    {
        if (x < 0 || y < 0 || x >= glyphs.Width || y >= glyphs.Height)
        {
            return false;
        }

        var pixel = glyphs.Pixels.AsSpan((y * glyphs.Width + x) * 4, 4);
        var alpha = pixel[3];
        return alpha >= Solid
            && Math.Abs(pixel[2] * 255 / alpha - (int)(color >> 16)) <= SameColour
            && Math.Abs(pixel[1] * 255 / alpha - (int)((color >> 8) & 255)) <= SameColour
            && Math.Abs(pixel[0] * 255 / alpha - (int)(color & 255)) <= SameColour;
    }

    private static double LuminanceAt(PlanarPicture frame, int x, int y)
    {
        var (r, g, b) = YuvColor.ToRgb(frame.Plane(0).Row(y)[x], frame.Plane(1).Row(y / 2)[x / 2], frame.Plane(2).Row(y / 2)[x / 2]);
        return Luminance(r, g, b);
    }

    private static double Median(List<double> values)
    {
        if (values.Count == 0)
        {
            return 0;
        }

        values.Sort();
        return values[values.Count / 2];
    }
}
