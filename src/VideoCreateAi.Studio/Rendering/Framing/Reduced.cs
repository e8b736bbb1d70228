using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>A picture small enough to be looked at many times: means of its samples, chroma at the size of luma.</summary>
internal sealed class Reduced
{
    // Of each cell so many samples on both axes are read: a picture of 8 megapixels is not read whole to be judged.
    private const int SamplesPerCell = 4;

    private Reduced(int width, int height)
    {
        (Width, Height) = (width, height);
        (Light, Blue, Red) = (new float[width * height], new float[width * height], new float[width * height]);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>In the picture's own values: 16 is black, 235 white.</summary>
    public float[] Light { get; }

    public float[] Blue { get; }

    public float[] Red { get; }

    public static Reduced Of(PlanarPicture picture, int longSide)
    {
        var scale = Math.Min(1, (double)longSide / Math.Max(picture.Width, picture.Height));
        var result = new Reduced(Math.Max(2, (int)Math.Round(picture.Width * scale)), Math.Max(2, (int)Math.Round(picture.Height * scale)));
        Reduce(picture.Plane(0), result.Light, result.Width, result.Height);
        Reduce(picture.Plane(1), result.Blue, result.Width, result.Height);
        Reduce(picture.Plane(2), result.Red, result.Width, result.Height);
        return result;
    }

    private static void Reduce(PlaneView plane, float[] goal, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (y * plane.Height / height, Math.Max(y * plane.Height / height + 1, (y + 1) * plane.Height / height));
            var stepY = Math.Max(1, (bottom - top) / SamplesPerCell);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (x * plane.Width / width, Math.Max(x * plane.Width / width + 1, (x + 1) * plane.Width / width));
                var stepX = Math.Max(1, (right - left) / SamplesPerCell);
                var (sum, count) = (0, 0);
                for (var row = top; row < bottom; row += stepY)
                {
                    var samples = plane.Buffer.AsSpan(plane.Offset + row * plane.Width);
                    for (var column = left; column < right; column += stepX)
                    {
                        sum += samples[column];
                        count++;
                    }
                }

                goal[y * width + x] = (float)sum / count;
            }
        }
    }
}
