using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A rectangle on the output; all four numbers are even.</summary>
internal readonly record struct PixelRect(int X, int Y, int Width, int Height)
{
    public double AspectRatio => (double)Width / Height;

    public bool Covers(PlanarPicture picture) => X == 0 && Y == 0 && Width == picture.Width && Height == picture.Height;

    /// <summary>Rounds to even pixels inside the canvas; never smaller than 16 pixels.</summary>
    public static PixelRect On(int width, int height, FractionRect? fractions)
    {
        if (fractions is not { } rect)
        {
            return new PixelRect(0, 0, width, height);
        }

        var left = Even(Math.Clamp(rect.X, 0, 1) * width, width - 16);
        var top = Even(Math.Clamp(rect.Y, 0, 1) * height, height - 16);
        var right = Even(Math.Clamp(rect.X + rect.Width, 0, 1) * width, width);
        var bottom = Even(Math.Clamp(rect.Y + rect.Height, 0, 1) * height, height);
        return new PixelRect(left, top, Math.Max(16, right - left), Math.Max(16, bottom - top));
    }

    private static int Even(double value, int most) => Math.Min((int)Math.Round(value / 2) * 2, most & ~1);
}
