using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Follows a disc through composed frames, as an eye would.</summary>
public class MotionSmoothnessTests
{
    private const int Frames = 192;
    private const double MostResidual = 0.05;

    private static readonly PixelRect s_viewport = new(0, 0, 270, 480);

    [Theory]
    [InlineData(nameof(Motion.ZoomIn))]
    [InlineData(nameof(Motion.ZoomOut))]
    [InlineData(nameof(Motion.PanLeft))]
    [InlineData(nameof(Motion.PanDown))]
    public void A_disc_travels_on_a_straight_line_at_constant_speed(string motion)
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

    private static double Residual(double[] values)
    {
        var n = values.Length;
        var meanTime = (n - 1) / 2.0;
        var mean = values.Average();
        var slope = values.Select((value, i) => (i - meanTime) * (value - mean)).Sum()
            / Enumerable.Range(0, n).Sum(i => (i - meanTime) * (i - meanTime));
        return Math.Sqrt(values.Select((value, i) => Math.Pow(value - mean - slope * (i - meanTime), 2)).Average());
    }

    private static double Travel(double[] values) => Math.Abs(values[^1] - values[0]);
}
