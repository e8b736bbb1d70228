using System.Numerics;

namespace VideoCreateAi.Samples.PictureGenerator.Light;

/// <summary>Linear light, unbounded above; 0.18 is a middle grey. Row by row from the top left.</summary>
internal sealed class Picture(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public Vector3[] Light { get; } = new Vector3[width * height];

    /// <summary>Coverage 0 to 1 for a picture without a ground of its own; null where all is covered.</summary>
    public float[]? Alpha { get; init; }

    public Vector3 this[int x, int y]
    {
        get => Light[(y * Width) + x];
        set => Light[(y * Width) + x] = value;
    }

    /// <summary>Between the pixels, coordinates 0 to 1, held at the edges.</summary>
    public Vector3 Sample(float u, float v)
    {
        var x = Math.Clamp((u * Width) - 0.5f, 0, Width - 1.001f);
        var y = Math.Clamp((v * Height) - 0.5f, 0, Height - 1.001f);
        var ix = (int)x;
        var iy = (int)y;
        var right = Math.Min(ix + 1, Width - 1);
        var below = Math.Min(iy + 1, Height - 1);
        return Vector3.Lerp(
            Vector3.Lerp(this[ix, iy], this[right, iy], x - ix),
            Vector3.Lerp(this[ix, below], this[right, below], x - ix),
            y - iy);
    }

    /// <summary>A soft dot that adds light; <paramref name="radius"/> in pixels, to where it has faded.</summary>
    public void AddDot(float x, float y, float radius, Vector3 light)
    {
        for (var iy = Math.Max(0, (int)(y - radius)); iy <= Math.Min(Height - 1, (int)(y + radius + 1)); iy++)
        {
            for (var ix = Math.Max(0, (int)(x - radius)); ix <= Math.Min(Width - 1, (int)(x + radius + 1)); ix++)
            {
                var distance = MathF.Sqrt(((ix + 0.5f - x) * (ix + 0.5f - x)) + ((iy + 0.5f - y) * (iy + 0.5f - y)));
                var near = 1 - (distance / radius);
                if (near > 0)
                {
                    Light[(iy * Width) + ix] += light * (near * near * (3 - (2 * near)));
                }
            }
        }
    }
}
