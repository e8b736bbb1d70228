using System.Globalization;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A colour in BT.709 limited range.</summary>
internal readonly record struct YuvColor(byte Y, byte U, byte V)
{
    public static readonly YuvColor Black = new(16, 128, 128);

    /// <param name="r">0 to 1, gamma-coded, and so the others.</param>
    public static YuvColor FromRgb(double r, double g, double b)
    {
        var (y, u, v) = Convert(r, g, b);
        return new YuvColor(Round(y), Round(u), Round(v));
    }

    /// <summary>Reads <c>#RRGGBB</c>; anything else is <paramref name="otherwise"/>.</summary>
    public static YuvColor Parse(string? text, YuvColor otherwise)
    {
        if (text is not ['#', ..] || text.Length != 7
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return otherwise;
        }

        return FromRgb((rgb >> 16) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
    }

    /// <summary>The same without rounding, for those who dither.</summary>
    public static (double Y, double U, double V) Convert(double r, double g, double b)
    {
        var y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        return (16 + 219 * y, 128 + 224 * (b - y) / 1.8556, 128 + 224 * (r - y) / 1.5748);
    }

    public static (byte R, byte G, byte B) ToRgb(byte y, byte u, byte v)
    {
        var light = (y - 16) / 219.0;
        var (r, b) = (light + 1.5748 * (v - 128) / 224.0, light + 1.8556 * (u - 128) / 224.0);
        return (Round(255 * r), Round(255 * (light - 0.2126 * r - 0.0722 * b) / 0.7152), Round(255 * b));
    }

    private static byte Round(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
