namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Finds writing in a picture: cells of two tones with many steep edges, next to others of their kind.</summary>
internal static class TextFinder
{
    private const float SteepEdge = 34;
    private const float LeastSpread = 60;

    // Of a cell's samples so many lie near its darkest or its lightest: leaves and gravel have all tones between.
    private const double TwoTones = 0.62;

    // Edges for each row of a cell: a letter has two strokes or more.
    private const double LeastEdges = 1.3;
    private const int ShortestRun = 4;

    /// <summary>1 where there is writing, 0 elsewhere, for each cell of the grid.</summary>
    public static double[] Of(Reduced picture, int columns, int rows)
    {
        var found = new bool[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                found[row * columns + column] = IsWriting(
                    picture, column * picture.Width / columns, (column + 1) * picture.Width / columns,
                    row * picture.Height / rows, (row + 1) * picture.Height / rows);
            }
        }

        // Words stand beside words.
        var result = new double[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns;)
            {
                var end = column;
                while (end < columns && (found[row * columns + end] || (end + 1 < columns && end > column && found[row * columns + end + 1])))
                {
                    end++;
                }

                if (end - column >= ShortestRun)
                {
                    result.AsSpan(row * columns + column, end - column).Fill(1);
                }

                column = Math.Max(end, column + 1);
            }
        }

        return result;
    }

    private static bool IsWriting(Reduced picture, int left, int right, int top, int bottom)
    {
        var (darkest, lightest) = (float.MaxValue, float.MinValue);
        var edges = 0;
        for (var y = top; y < bottom; y++)
        {
            var sign = 0;
            for (var x = left; x < right; x++)
            {
                var light = picture.Light[y * picture.Width + x];
                (darkest, lightest) = (Math.Min(darkest, light), Math.Max(lightest, light));
                var step = x + 1 < picture.Width ? picture.Light[y * picture.Width + x + 1] - light : 0;
                if (Math.Abs(step) > SteepEdge && Math.Sign(step) != sign)
                {
                    sign = Math.Sign(step);
                    edges++;
                }
            }
        }

        var spread = lightest - darkest;
        if (spread < LeastSpread || edges < LeastEdges * (bottom - top))
        {
            return false;
        }

        var near = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var light = picture.Light[y * picture.Width + x];
                near += light - darkest < spread * 0.22f || lightest - light < spread * 0.22f ? 1 : 0;
            }
        }

        return near >= TwoTones * (right - left) * (bottom - top);
    }
}
