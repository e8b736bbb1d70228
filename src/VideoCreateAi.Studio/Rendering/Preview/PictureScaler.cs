using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Makes pictures smaller by taking means over areas: nothing flickers and small text stays readable.</summary>
internal static class PictureScaler
{
    private const int One = 256;

    public static PlanarPicture Shrink(PlanarPicture source, int width, int height)
    {
        var target = new PlanarPicture(width, height);
        for (var plane = 0; plane < 3; plane++)
        {
            Shrink(source.Plane(plane), target.Plane(plane));
        }

        return target;
    }

    private static void Shrink(PlaneView source, PlaneView target)
    {
        var columns = Weights(source.Width, target.Width);
        var rows = Weights(source.Height, target.Height);
        var sums = new int[target.Width];
        for (var y = 0; y < target.Height; y++)
        {
            Array.Clear(sums);
            var down = rows[y];
            for (var i = 0; i < down.Shares.Length; i++)
            {
                var row = source.Row(down.First + i);
                for (var x = 0; x < sums.Length; x++)
                {
                    var across = columns[x];
                    var sum = 0;
                    for (var k = 0; k < across.Shares.Length; k++)
                    {
                        sum += row[across.First + k] * across.Shares[k];
                    }

                    sums[x] += (sum * down.Shares[i] + One / 2) / One;
                }
            }

            var goal = target.Row(y);
            for (var x = 0; x < sums.Length; x++)
            {
                goal[x] = (byte)Math.Min(255, (sums[x] + One / 2) / One);
            }
        }
    }

    /// <summary>Which samples make up each new one, and how much of each; the shares of one add up to <see cref="One"/>.</summary>
    private static (int First, int[] Shares)[] Weights(int from, int to)
    {
        var result = new (int First, int[] Shares)[to];
        var step = (double)from / to;
        for (var i = 0; i < to; i++)
        {
            var (start, end) = (i * step, Math.Max((i + 1) * step, i * step + 1));
            end = Math.Min(end, from);
            start = Math.Min(start, end - Math.Min(1, end));
            var first = (int)start;
            var last = Math.Min(from, (int)Math.Ceiling(end - 1e-9));
            var shares = new int[last - first];
            var left = One;
            for (var k = 0; k < shares.Length; k++)
            {
                var covered = Math.Min(end, first + k + 1) - Math.Max(start, first + k);
                shares[k] = k == shares.Length - 1 ? left : (int)Math.Round(covered / (end - start) * One);
                left -= shares[k];
            }

            result[i] = (first, shares);
        }

        return result;
    }
}
