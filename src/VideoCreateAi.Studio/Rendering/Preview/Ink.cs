using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Draws flat fields and ready letters onto a picture.</summary>
internal static class Ink
{
    // Letters that are cut off at the right end fade away over this many pixels.
    private const int Fade = 10;

    /// <summary>A field of one colour; its edges are rounded to even pixels.</summary>
    public static void Fill(PlanarPicture target, PixelRect place, YuvColor color, double opacity = 1)
    {
        var (left, top) = (Math.Clamp(place.X & ~1, 0, target.Width), Math.Clamp(place.Y & ~1, 0, target.Height));
        var (right, bottom) = (Math.Clamp(place.X + place.Width & ~1, left, target.Width), Math.Clamp(place.Y + place.Height & ~1, top, target.Height));
        for (var plane = 0; plane < 3; plane++)
        {
            var shrink = plane == 0 ? 1 : 2;
            var value = plane == 0 ? color.Y : plane == 1 ? color.U : color.V;
            var view = target.Plane(plane);
            for (var y = top / shrink; y < bottom / shrink; y++)
            {
                foreach (ref var sample in view.Row(y)[(left / shrink)..(right / shrink)])
                {
                    sample = (byte)Math.Round(sample + (value - sample) * opacity);
                }
            }
        }
    }

    /// <summary>A picture at an even place, as large as it is.</summary>
    public static void Place(PlanarPicture target, PlanarPicture picture, int x, int y)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            var shrink = plane == 0 ? 1 : 2;
            var (from, to) = (picture.Plane(plane), target.Plane(plane));
            for (var row = 0; row < from.Height; row++)
            {
                from.Row(row).CopyTo(to.Row(y / shrink + row)[(x / shrink)..]);
            }
        }
    }

    /// <summary>Letters with their top left corner at a place, no wider than <paramref name="width"/>.</summary>
    public static void Write(PlanarPicture target, TextBitmap text, int x, int y, int width)
    {
        var (first, last) = (Math.Max(0, -y), Math.Min(text.Height, target.Height - y));
        var end = Math.Min(Math.Min(text.Width, width), target.Width - x);
        var isCut = end < text.Width;
        var luma = target.Plane(0);
        var (blue, red) = (target.Plane(1), target.Plane(2));
        for (var row = first; row < last; row++)
        {
            for (var column = Math.Max(0, -x); column < end; column++)
            {
                var pixel = text.Pixels.AsSpan((row * text.Width + column) * 4, 4);
                if (pixel[3] == 0)
                {
                    continue;
                }

                var strength = (isCut ? Math.Min(1, (end - column) / (double)Fade) : 1) / 255;
                var (b, g, r, a) = (pixel[0] * strength, pixel[1] * strength, pixel[2] * strength, pixel[3] * strength);
                var light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
                ref var sample = ref luma.Row(y + row)[x + column];
                sample = (byte)Math.Round(sample * (1 - a) + 16 * a + 219 * light);

                // Each of the four pixels over a chroma sample brings a quarter of its colour.
                Tint(ref blue.Row((y + row) / 2)[(x + column) / 2], a, (b - light) / 1.8556);
                Tint(ref red.Row((y + row) / 2)[(x + column) / 2], a, (r - light) / 1.5748);
            }
        }
    }

    private static void Tint(ref byte sample, double alpha, double difference)
    {
        var quarter = alpha / 4;
        sample = (byte)Math.Clamp(Math.Round(sample * (1 - quarter) + 128 * quarter + 224 * difference / 4), 0, 255);
    }
}
