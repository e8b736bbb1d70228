namespace VideoCreateAi.SafetyTests.Pixels;

/// <param name="Pixels">Red, green, blue.</param>
internal sealed record RgbPicture(int Width, int Height, byte[] Pixels)
{
    // One rounds once, the other twice.
    private const int Rounding = 2;

    /// <param name="pixels">Premultiplied: blue, green, red, alpha.</param>
    public static RgbPicture OnWhite(int width, int height, byte[] pixels)
    {
        var rgb = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                rgb[3 * i + channel] = (byte)Math.Min(255, pixels[4 * i + 2 - channel] + 255 - pixels[4 * i + 3]);
            }
        }

        return new RgbPicture(width, height, rgb);
    }

    /// <summary>The rows from one to the one before another.</summary>
    public RgbPicture Rows(int from, int end) => new(Width, end - from, Pixels[(from * Width * 3)..(end * Width * 3)]);

    /// <summary>Without what is white on all sides.</summary>
    public RgbPicture Trimmed()
    {
        var (left, top, right, bottom) = (Width, Height, 0, 0);
        for (var i = 0; i < Width * Height; i++)
        {
            if (Pixels.AsSpan(3 * i, 3).ContainsAnyExcept((byte)255))
            {
                (left, right) = (Math.Min(left, i % Width), Math.Max(right, i % Width + 1));
                (top, bottom) = (Math.Min(top, i / Width), Math.Max(bottom, i / Width + 1));
            }
        }

        var rows = Enumerable.Range(top, Math.Max(0, bottom - top)).SelectMany(y => Pixels[((y * Width + left) * 3)..((y * Width + right) * 3)]);
        return new RgbPicture(Math.Max(0, right - left), Math.Max(0, bottom - top), [.. rows]);
    }

    public bool LooksLike(RgbPicture other) =>
        (Width, Height) == (other.Width, other.Height) && Pixels.Zip(other.Pixels).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding);
}
