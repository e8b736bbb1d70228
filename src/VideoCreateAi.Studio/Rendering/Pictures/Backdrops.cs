using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What lies behind pictures that do not fill their place.</summary>
internal static class Backdrops
{
    private const int BlurShrink = 8;
    private const double BlurDarken = 0.5;
    private const double BlurSaturation = 0.8;

    /// <summary>The picture itself, enlarged to fill the viewport, blurred and darkened.</summary>
    public static PlanarPicture Blurred(PlanarPicture picture, PixelRect viewport, LayerPainter painter)
    {
        var width = Math.Max(16, (viewport.Width / BlurShrink + 1) & ~1);
        var height = Math.Max(16, (viewport.Height / BlurShrink + 1) & ~1);
        var small = new PlanarPicture(width, height);
        for (var plane = 0; plane < 3; plane++)
        {
            Shrink(picture.Plane(plane), small.Plane(plane), viewport.AspectRatio);
            var radius = Math.Max(1, small.Plane(plane).Width / 20);
            for (var pass = 0; pass < 3; pass++)
            {
                BoxBlur.Apply(small.Plane(plane), radius);
            }
        }

        Map(small.Plane(0), value => 16 + (value - 16) * BlurDarken);
        Map(small.Plane(1), value => 128 + (value - 128) * BlurSaturation);
        Map(small.Plane(2), value => 128 + (value - 128) * BlurSaturation);
        var large = new PlanarPicture(viewport.Width, viewport.Height);
        var whole = new PixelRect(0, 0, viewport.Width, viewport.Height);
        var scale = Math.Max((double)viewport.Width / width, (double)viewport.Height / height);
        painter.Paint(large, whole, small, new Affine(scale, (viewport.Width - scale * width) / 2, (viewport.Height - scale * height) / 2));
        return large;
    }

    /// <summary>A light studio: warm white above, a little darker towards the floor and the corners.</summary>
    public static PlanarPicture Studio(int width, int height) => GradientPainter.Paint(width, height, (x, y) =>
    {
        var floor = Smooth((y - 0.45) / 0.55);
        var dx = x - 0.5;
        var dy = (y - 0.46) * 1.1;
        var shade = 1 - 0.09 * floor - 0.26 * (dx * dx + dy * dy);
        return (0.972 * shade, 0.957 * shade, 0.932 * shade);
    });

    private static double Smooth(double t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - 2 * t);
    }

    // Means over the middle of the source that has the goal's shape.
    private static void Shrink(PlaneView source, PlaneView goal, double aspect)
    {
        var width = Math.Min(source.Width, source.Height * aspect);
        var height = width / aspect;
        var left = (source.Width - width) / 2;
        var top = (source.Height - height) / 2;
        for (var y = 0; y < goal.Height; y++)
        {
            var (y0, y1) = Range(top + height * y / goal.Height, top + height * (y + 1) / goal.Height, source.Height);
            for (var x = 0; x < goal.Width; x++)
            {
                var (x0, x1) = Range(left + width * x / goal.Width, left + width * (x + 1) / goal.Width, source.Width);
                var sum = 0;
                for (var row = y0; row < y1; row++)
                {
                    foreach (var value in source.Row(row)[x0..x1])
                    {
                        sum += value;
                    }
                }

                goal.Row(y)[x] = (byte)(sum / ((y1 - y0) * (x1 - x0)));
            }
        }
    }

    private static (int From, int To) Range(double from, double to, int limit)
    {
        var first = Math.Clamp((int)from, 0, limit - 1);
        return (first, Math.Clamp((int)to, first + 1, limit));
    }

    private static void Map(PlaneView plane, Func<double, double> change)
    {
        foreach (ref var value in plane.Span)
        {
            value = (byte)Math.Clamp(Math.Round(change(value)), 0, 255);
        }
    }
}
