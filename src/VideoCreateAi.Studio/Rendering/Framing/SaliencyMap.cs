using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Where in a picture the eye goes, on a coarse grid: edges, texture, colour that stands out, a little the centre.</summary>
internal sealed class SaliencyMap
{
    private const int LongSide = 64;

    // People and things stand a little above the middle of most pictures.
    private const double PriorCenterY = 0.46;

    // How much of a line's median counts as its background.
    private const double CommonShare = 0.8;

    // How far around the window's edge something is cut by it, as a share of the picture, and what that costs.
    private const double EdgeReach = 0.035;
    private const double EdgeCost = 0.10;

    private readonly double[] _score;

    private SaliencyMap(int columns, int rows, double[] score)
    {
        Columns = columns;
        Rows = rows;
        _score = score;
    }

    public int Columns { get; }

    public int Rows { get; }

    public static SaliencyMap Of(PlanarPicture picture)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var columns = Math.Clamp((int)Math.Round((double)picture.Width * LongSide / longest), 2, picture.ChromaWidth);
        var rows = Math.Clamp((int)Math.Round((double)picture.Height * LongSide / longest), 2, picture.ChromaHeight);
        var (light, texture) = MeanAndDeviation(picture.Plane(0), columns, rows);
        var (blue, _) = MeanAndDeviation(picture.Plane(1), columns, rows);
        var (red, _) = MeanAndDeviation(picture.Plane(2), columns, rows);
        var score = new double[columns * rows];
        Add(score, Edges(light, texture, columns, rows), 1.0);
        Add(score, Difference(light, blue, red), 0.8);
        Add(score, Saturation(blue, red), 0.4);
        ApplyPrior(score, columns, rows);
        return new SaliencyMap(columns, rows, score);
    }

    /// <summary>Where a window that leaves room on this axis does best.</summary>
    /// <param name="share">Its length as a share of the picture's, at most 1.</param>
    /// <returns>Its centre, as a fraction of the picture's length, such that the window lies inside.</returns>
    public double BestCenter(bool horizontal, double share)
    {
        if (share >= 1)
        {
            return 0.5;
        }

        var profile = Profile(horizontal);
        var best = 0.5;
        var bestSum = double.MinValue;
        const int Places = 96;
        for (var i = 0; i <= Places; i++)
        {
            var center = share / 2 + (1 - share) * i / Places;
            var sum = Weigh(profile, center, share) - 0.002 * Math.Abs(center - 0.5)
                - Cut(profile, center - share / 2) - Cut(profile, center + share / 2);
            if (sum > bestSum)
            {
                bestSum = sum;
                best = center;
            }
        }

        return best;
    }

    // What lies in the window's middle counts full, what lies at its edge half: subjects are not to touch the edge.
    private static double Weigh(double[] profile, double center, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < profile.Length; i++)
        {
            var distance = Math.Abs((i + 0.5) / profile.Length - center) / (share / 2);
            if (distance < 1)
            {
                sum += profile[i] * (1 - 0.5 * distance * distance);
            }
        }

        return sum;
    }

    // A window whose edge runs through something that stands out cuts it in two. The picture's own edge cuts nothing.
    private static double Cut(double[] profile, double edge)
    {
        if (edge is < EdgeReach or > 1 - EdgeReach)
        {
            return 0;
        }

        var first = (int)((edge - EdgeReach) * profile.Length);
        var last = Math.Min(profile.Length - 1, (int)((edge + EdgeReach) * profile.Length));
        var density = profile.AsSpan(first, last - first + 1).ToArray().Average() * profile.Length;
        return EdgeCost * Math.Max(0, density - 1);
    }

    // Along the axis, less what a line across the whole picture has everywhere: a sea or a skyline is no reason to look at one part of it.
    private double[] Profile(bool horizontal)
    {
        var (length, lines) = horizontal ? (Columns, Rows) : (Rows, Columns);
        var profile = new double[length];
        var line = new double[length];
        var total = 1e-9;
        for (var across = 0; across < lines; across++)
        {
            for (var along = 0; along < length; along++)
            {
                line[along] = horizontal ? _score[across * Columns + along] : _score[along * Columns + across];
            }

            var usual = CommonShare * line.Order().ElementAt(length / 2);
            for (var along = 0; along < length; along++)
            {
                var stands = Math.Max(0, line[along] - usual);
                profile[along] += stands;
                total += stands;
            }
        }

        for (var i = 0; i < length; i++)
        {
            profile[i] /= total;
        }

        return profile;
    }

    private static (double[] Mean, double[] Deviation) MeanAndDeviation(PlaneView plane, int columns, int rows)
    {
        var mean = new double[columns * rows];
        var deviation = new double[columns * rows];
        for (var cellY = 0; cellY < rows; cellY++)
        {
            var top = cellY * plane.Height / rows;
            var bottom = (cellY + 1) * plane.Height / rows;
            for (var cellX = 0; cellX < columns; cellX++)
            {
                var left = cellX * plane.Width / columns;
                var right = (cellX + 1) * plane.Width / columns;
                long sum = 0, squares = 0;
                for (var y = top; y < bottom; y++)
                {
                    foreach (var value in plane.Row(y)[left..right])
                    {
                        sum += value;
                        squares += value * value;
                    }
                }

                var count = (double)(bottom - top) * (right - left);
                var average = sum / count;
                mean[cellY * columns + cellX] = average;
                deviation[cellY * columns + cellX] = Math.Sqrt(Math.Max(0, squares / count - average * average));
            }
        }

        return (mean, deviation);
    }

    private static double[] Edges(double[] light, double[] texture, int columns, int rows)
    {
        var edges = new double[light.Length];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var across = light[y * columns + Math.Min(x + 1, columns - 1)] - light[y * columns + Math.Max(x - 1, 0)];
                var down = light[Math.Min(y + 1, rows - 1) * columns + x] - light[Math.Max(y - 1, 0) * columns + x];
                edges[y * columns + x] = Math.Abs(across) + Math.Abs(down) + texture[y * columns + x];
            }
        }

        return edges;
    }

    private static double[] Difference(double[] light, double[] blue, double[] red)
    {
        var (l, b, r) = (light.Average(), blue.Average(), red.Average());
        return [.. light.Select((_, i) => Math.Abs(light[i] - l) + 2 * Math.Abs(blue[i] - b) + 2 * Math.Abs(red[i] - r))];
    }

    private static double[] Saturation(double[] blue, double[] red) =>
        [.. blue.Select((_, i) => Math.Abs(blue[i] - 128) + Math.Abs(red[i] - 128))];

    private static void Add(double[] score, double[] feature, double weight)
    {
        var mean = feature.Average() + 1e-6;
        for (var i = 0; i < score.Length; i++)
        {
            score[i] += weight * Math.Min(4, feature[i] / mean);
        }
    }

    private static void ApplyPrior(double[] score, int columns, int rows)
    {
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var dx = (x + 0.5) / columns - 0.5;
                var dy = (y + 0.5) / rows - PriorCenterY;
                score[y * columns + x] *= 1 - 0.9 * (dx * dx + dy * dy);
            }
        }
    }
}
