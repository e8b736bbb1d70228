using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A moving mean in both directions; three passes come close to a Gaussian.</summary>
internal static class BoxBlur
{
    public static void Apply(PlaneView plane, int radius)
    {
        if (radius < 1)
        {
            return;
        }

        var line = new byte[Math.Max(plane.Width, plane.Height)];
        for (var y = 0; y < plane.Height; y++)
        {
            Line(plane.Buffer, plane.Offset + y * plane.Width, 1, plane.Width, radius, line);
        }

        for (var x = 0; x < plane.Width; x++)
        {
            Line(plane.Buffer, plane.Offset + x, plane.Width, plane.Height, radius, line);
        }
    }

    // Past an edge the edge's own value goes on.
    private static void Line(byte[] buffer, int at, int stride, int length, int radius, byte[] line)
    {
        var window = 2 * radius + 1;
        for (var i = 0; i < length; i++)
        {
            line[i] = buffer[at + i * stride];
        }

        var sum = line[0] * (radius + 1);
        for (var i = 1; i <= radius; i++)
        {
            sum += line[Math.Min(i, length - 1)];
        }

        for (var i = 0; i < length; i++)
        {
            buffer[at + i * stride] = (byte)((sum + window / 2) / window);
            sum += line[Math.Min(i + radius + 1, length - 1)] - line[Math.Max(i - radius, 0)];
        }
    }
}
