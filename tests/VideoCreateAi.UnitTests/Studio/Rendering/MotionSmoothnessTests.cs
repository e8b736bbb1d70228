using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Follows a disc through composed frames, as an eye would.</summary>
public class MotionSmoothnessTests
{
    private const int Frames = 192;
    private const double MostResidual = 0.02;

    private static readonly PixelRect s_viewport = new(0, 0, 270, 480);

    [Theory]
    [InlineData(nameof(Motion.ZoomIn))]
    [InlineData(nameof(Motion.ZoomOut))]
    [InlineData(nameof(Motion.PanLeft))]
    [InlineData(nameof(Motion.PanDown))]
    public void A_disc_travels_smoothly_slow_at_the_ends_and_never_backward(string motion)
    {
        var style = new ShotStyle(Fit.Cover, Enum.Parse<Motion>(motion), Frames / 30.0, IsCutOut: false);
        var (width, height) = ShotFraming.WorkingSize(400, 480, s_viewport, style);
        var picture = Disc(width, height, width * 0.5 + 31.3, height * 0.5 - 47.7, radius: 14);
        var path = ShotFraming.Path(picture, s_viewport, style);
        var painter = new LayerPainter();
        var frame = new PlanarPicture(s_viewport.Width, s_viewport.Height);
        var (xs, ys) = (new double[Frames], new double[Frames]);

        for (var i = 0; i < Frames; i++)
        {
            painter.Paint(frame, s_viewport, picture, path.At(i / (Frames - 1.0)));
            (xs[i], ys[i]) = Centroid(frame.Plane(0));
        }

        Assert.InRange(Residual(xs), 0, MostResidual);
        Assert.InRange(Residual(ys), 0, MostResidual);
        Assert.True(Travel(xs) + Travel(ys) > 2, "The disc hardly moved, so its smoothness says nothing.");
        var main = Travel(xs) > Travel(ys) ? xs : ys;
        var steps = main.Zip(main.Skip(1), (now, next) => (next - now) * Math.Sign(main[^1] - main[0])).ToList();
        Assert.All(steps, step => Assert.True(step > 0, $"It stepped back by {-step:0.0000} pixels, or stood."));
        var (start, middle, end) = (steps[..20].Average(), steps[86..106].Average(), steps[^20..].Average());
        Assert.True(middle > 1.4 * start && middle > 1.4 * end, "It moves at one speed.");
        Assert.True(start > 0.3 * middle && end > 0.3 * middle, "It stops at its ends, where the crossfades are.");
    }

    private static PlanarPicture Disc(int width, int height, double centerX, double centerY, double radius)
    {
        var picture = new PlanarPicture(width, height);
        picture.Fill(new YuvColor(40, 128, 128));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var distance = Math.Sqrt(Math.Pow(x + 0.5 - centerX, 2) + Math.Pow(y + 0.5 - centerY, 2));
                picture.Luma[y * width + x] = (byte)Math.Round(40 + 180 * Math.Clamp(radius + 0.5 - distance, 0, 1));
            }
        }

        return picture;
    }

    private static (double X, double Y) Centroid(PlaneView plane)
    {
        double mass = 0, x = 0, y = 0;
        for (var row = 0; row < plane.Height; row++)
        {
            for (var column = 0; column < plane.Width; column++)
            {
                var weight = Math.Max(0, plane.Row(row)[column] - 48);
                mass += weight;
                x += weight * (column + 0.5);
                y += weight * (row + 0.5);
            }
        }

        return (x / mass, y / mass);
    }

    /// <summary>Root of the mean square of what is left beside the best fit of the eased way.</summary>
    private static double Residual(double[] values)
    {
        var way = values.Select((_, i) => Easing.Drift(i / (values.Length - 1.0))).ToArray();
        var (meanWay, mean) = (way.Average(), values.Average());
        var slope = values.Select((value, i) => (way[i] - meanWay) * (value - mean)).Sum() / way.Sum(at => (at - meanWay) * (at - meanWay));
        return Math.Sqrt(values.Select((value, i) => Math.Pow(value - mean - slope * (way[i] - meanWay), 2)).Average());
    }

    private static double Travel(double[] values) => Math.Abs(values[^1] - values[0]);
}
