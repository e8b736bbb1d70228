namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>A picture on a coarse grid: the mean colour of each cell, and how much its light varies.</summary>
internal sealed class CellMeans
{
    public CellMeans(Reduced picture, int columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        (Light, Blue, Red) = (new double[columns * rows], new double[columns * rows], new double[columns * rows]);
        (Texture, Sharpness) = (new double[columns * rows], new double[columns * rows]);
        for (var row = 0; row < rows; row++)
        {
            var (top, bottom) = (row * picture.Height / rows, (row + 1) * picture.Height / rows);
            for (var column = 0; column < columns; column++)
            {
                var (left, right) = (column * picture.Width / columns, (column + 1) * picture.Width / columns);
                double light = 0, squares = 0, blue = 0, red = 0, detail = 0;
                for (var y = top; y < bottom; y++)
                {
                    for (var i = y * picture.Width + left; i < y * picture.Width + right; i++)
                    {
                        light += picture.Light[i];
                        squares += picture.Light[i] * picture.Light[i];
                        blue += picture.Blue[i];
                        red += picture.Red[i];
                        detail += i + picture.Width + 1 < picture.Light.Length
                            ? Math.Abs(picture.Light[i] - picture.Light[i + 1]) + Math.Abs(picture.Light[i] - picture.Light[i + picture.Width])
                            : 0;
                    }
                }

                var count = (double)(bottom - top) * (right - left);
                var cell = row * columns + column;
                (Light[cell], Blue[cell], Red[cell]) = (light / count, blue / count, red / count);
                Sharpness[cell] = detail / count;
                Texture[cell] = Math.Sqrt(Math.Max(0, squares / count - Light[cell] * Light[cell]));
            }
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    public double[] Light { get; }

    public double[] Blue { get; }

    public double[] Red { get; }

    /// <summary>Standard deviation of the light within each cell.</summary>
    public double[] Texture { get; }

    /// <summary>How much the light changes from sample to sample: little where the lens was not in focus.</summary>
    public double[] Sharpness { get; }

    public double[] Edges()
    {
        var edges = new double[Light.Length];
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var across = Light[y * Columns + Math.Min(x + 1, Columns - 1)] - Light[y * Columns + Math.Max(x - 1, 0)];
                var down = Light[Math.Min(y + 1, Rows - 1) * Columns + x] - Light[Math.Max(y - 1, 0) * Columns + x];
                edges[y * Columns + x] = Math.Abs(across) + Math.Abs(down) + Texture[y * Columns + x];
            }
        }

        return edges;
    }

    /// <summary>How far each cell's colour is from its wider surroundings'.</summary>
    public double[] Difference()
    {
        var reach = Math.Max(2, Math.Max(Columns, Rows) / 5);
        var result = new double[Light.Length];
        foreach (var (plane, weight) in new[] { (Light, 1), (Blue, 2), (Red, 2) })
        {
            var near = Blurred(plane, 1);
            var wide = Blurred(plane, reach);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] += weight * Math.Abs(near[i] - wide[i]);
            }
        }

        return result;
    }

    public double[] Saturation() => [.. Blue.Select((_, i) => Math.Abs(Blue[i] - 128) + Math.Abs(Red[i] - 128))];

    /// <summary>0 to 1: how much each cell is in focus, against the sharpest part of the picture.</summary>
    public double[] Focus()
    {
        var near = Blurred(Sharpness, 2);
        var sharp = near.Order().ElementAt(near.Length * 9 / 10) + 1e-6;
        return [.. near.Select(value => Math.Clamp(value / sharp, 0, 1))];
    }

    /// <summary>Means over squares of 2 · reach + 1 cells; past an edge there is nothing.</summary>
    private double[] Blurred(double[] plane, int reach)
    {
        var sums = new double[(Columns + 1) * (Rows + 1)];
        var stride = Columns + 1;
        for (var y = 0; y < Rows; y++)
        {
            var row = 0.0;
            for (var x = 0; x < Columns; x++)
            {
                row += plane[y * Columns + x];
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }

        var result = new double[plane.Length];
        for (var y = 0; y < Rows; y++)
        {
            var (top, bottom) = (Math.Max(0, y - reach), Math.Min(Rows, y + reach + 1));
            for (var x = 0; x < Columns; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(Columns, x + reach + 1));
                var sum = sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] + sums[top * stride + left];
                result[y * Columns + x] = sum / ((bottom - top) * (right - left));
            }
        }

        return result;
    }
}
