using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>A white frame with letters laid over it, in numbers that are not rounded until it is compared.</summary>
internal sealed class ExpectedFrame(int width, int height)
{
    // Two pictures are laid over each other in whole numbers there, each rounded twice.
    private const double Rounding = 2.1;

    private readonly double[] _colours = [.. Enumerable.Repeat(1.0, width * height * 3)];

    /// <param name="pixels">Premultiplied: blue, green, red, alpha.</param>
    public void Lay(byte[] pixels, int wide, int x, int y)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var (toX, toY) = (x + i / 4 % wide, y + i / 4 / wide);
            if (toX < 0 || toY < 0 || toX >= width || toY >= height)
            {
                continue;
            }

            for (var channel = 0; channel < 3; channel++)
            {
                var at = (toY * width + toX) * 3 + channel;
                _colours[at] = pixels[i + channel] / 255.0 + _colours[at] * (1 - pixels[i + 3] / 255.0);
            }
        }
    }

    /// <summary>How many samples are something else.</summary>
    public int Differences(PlanarPicture frame)
    {
        var different = 0;
        var (blueness, redness) = (new double[width * height / 4], new double[width * height / 4]);
        for (var i = 0; i < width * height; i++)
        {
            var light = LightAt(i);
            var at = i / width / 2 * (width / 2) + i % width / 2;
            blueness[at] += (_colours[3 * i] - light) / 1.8556 / 4;
            redness[at] += (_colours[3 * i + 2] - light) / 1.5748 / 4;
            different += Math.Abs(frame.Luma[i] - (16 + 219 * light)) > Rounding ? 1 : 0;
        }

        return different + Different(frame.Plane(1), blueness) + Different(frame.Plane(2), redness);
    }

    /// <summary>How far the lightness of a sample is off, on average.</summary>
    public double MeanError(PlanarPicture frame)
    {
        var sum = 0.0;
        for (var i = 0; i < width * height; i++)
        {
            sum += Math.Abs(frame.Luma[i] - (16 + 219 * LightAt(i)));
        }

        return sum / (width * height);
    }

    private double LightAt(int pixel) => 0.2126 * _colours[3 * pixel + 2] + 0.7152 * _colours[3 * pixel + 1] + 0.0722 * _colours[3 * pixel];

    private int Different(PlaneView plane, double[] expected)
    {
        var different = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            different += Math.Abs(plane.Row(i / (width / 2))[i % (width / 2)] - (128 + 224 * expected[i])) > Rounding ? 1 : 0;
        }

        return different;
    }
}
