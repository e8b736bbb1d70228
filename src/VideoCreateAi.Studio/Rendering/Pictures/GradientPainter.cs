using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Paints smooth colour fields, dithered so that slow gradients show no bands.</summary>
internal static class GradientPainter
{
    /// <param name="color">From a place (0 to 1 on both axes) to red, green and blue (0 to 1). Asked once for each four pixels.</param>
    public static PlanarPicture Paint(int width, int height, Func<double, double, (double R, double G, double B)> color)
    {
        var picture = new PlanarPicture(width, height);
        var (luma, blue, red) = (picture.Plane(0), picture.Plane(1), picture.Plane(2));
        for (var y = 0; y < picture.ChromaHeight; y++)
        {
            var top = luma.Row(2 * y);
            var bottom = luma.Row(2 * y + 1);
            for (var x = 0; x < picture.ChromaWidth; x++)
            {
                var (r, g, b) = color((x + 0.5) / picture.ChromaWidth, (y + 0.5) / picture.ChromaHeight);
                var (light, u, v) = YuvColor.Convert(r, g, b);
                top[2 * x] = Dithered(light, 2 * x, 2 * y);
                top[2 * x + 1] = Dithered(light, 2 * x + 1, 2 * y);
                bottom[2 * x] = Dithered(light, 2 * x, 2 * y + 1);
                bottom[2 * x + 1] = Dithered(light, 2 * x + 1, 2 * y + 1);
                blue.Row(y)[x] = Dithered(u, x, y);
                red.Row(y)[x] = Dithered(v, x + 7, y + 3);
            }
        }

        return picture;
    }

    // Interleaved gradient noise: even, without a visible pattern, and the same in every frame.
    private static byte Dithered(double value, int x, int y)
    {
        var noise = 52.9829189 * Fraction(0.06711056 * x + 0.00583715 * y);
        return (byte)Math.Clamp(value + Fraction(noise), 0, 255);
    }

    private static double Fraction(double value) => value - Math.Floor(value);
}
