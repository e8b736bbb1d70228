using System.Numerics;

namespace VideoCreateAi.Samples.PictureGenerator.Light;

/// <summary>Blur, and the light that a lens scatters around what is bright.</summary>
internal static class Glow
{
    private const int Passes = 3;

    /// <summary>Lays scattered light over the picture, in three widths as a real lens does.</summary>
    /// <param name="reach">Radius of the widest, as a share of the picture's height.</param>
    /// <param name="share">How much of the light is scattered.</param>
    public static void Add(Picture picture, float reach, float share)
    {
        var widths = new[] { Blur(picture, reach * 0.06f), Blur(picture, reach * 0.28f), Blur(picture, reach) };
        Parallel.For(0, picture.Height, y =>
        {
            var v = (y + 0.5f) / picture.Height;
            for (var x = 0; x < picture.Width; x++)
            {
                var u = (x + 0.5f) / picture.Width;
                var scattered = (widths[0].Sample(u, v) * 0.45f) + (widths[1].Sample(u, v) * 0.3f) + (widths[2].Sample(u, v) * 0.25f);
                picture[x, y] = Vector3.Lerp(picture[x, y], scattered, share);
            }
        });
    }

    /// <summary>A blurred copy, smaller than the picture where the blur allows it.</summary>
    public static Picture Blur(Picture picture, float reach)
    {
        var radius = reach * picture.Height;
        var step = Math.Max(1, (int)(radius / 5));
        var small = Shrink(picture, step);
        // Three boxes come close to a bell: the variance of each is r(r+1)/3.
        var box = Math.Max(1, (int)MathF.Round(radius / step * 0.5f));
        var other = new Picture(small.Width, small.Height);
        for (var pass = 0; pass < Passes; pass++)
        {
            Rows(small, other, box);
            Columns(other, small, box);
        }

        return small;
    }

    private static Picture Shrink(Picture picture, int step)
    {
        var small = new Picture((picture.Width + step - 1) / step, (picture.Height + step - 1) / step);
        Parallel.For(0, small.Height, y =>
        {
            for (var x = 0; x < small.Width; x++)
            {
                var sum = Vector3.Zero;
                var count = 0;
                for (var iy = y * step; iy < Math.Min(picture.Height, (y + 1) * step); iy++)
                {
                    for (var ix = x * step; ix < Math.Min(picture.Width, (x + 1) * step); ix++)
                    {
                        sum += picture[ix, iy];
                        count++;
                    }
                }

                small[x, y] = sum / count;
            }
        });
        return small;
    }

    private static void Rows(Picture from, Picture to, int box) => Parallel.For(0, from.Height, y =>
    {
        var sum = Vector3.Zero;
        for (var x = -box; x <= box; x++)
        {
            sum += from[Math.Clamp(x, 0, from.Width - 1), y];
        }

        for (var x = 0; x < from.Width; x++)
        {
            to[x, y] = sum / ((2 * box) + 1);
            sum += from[Math.Min(x + box + 1, from.Width - 1), y] - from[Math.Max(x - box, 0), y];
        }
    });

    private static void Columns(Picture from, Picture to, int box) => Parallel.For(0, from.Width, x =>
    {
        var sum = Vector3.Zero;
        for (var y = -box; y <= box; y++)
        {
            sum += from[x, Math.Clamp(y, 0, from.Height - 1)];
        }

        for (var y = 0; y < from.Height; y++)
        {
            to[x, y] = sum / ((2 * box) + 1);
            sum += from[x, Math.Min(y + box + 1, from.Height - 1)] - from[x, Math.Max(y - box, 0)];
        }
    });
}
