using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Where in a picture the eye goes, on a coarse grid: edges, what differs from its surroundings, skin, writing, a little the centre.</summary>
internal sealed class SaliencyMap
{
    private const int LongSide = 64;
    private const int CellsSide = 6;

    // People and things stand a little above the middle of most pictures.
    private const double PriorCenterY = 0.46;

    // How much of a line's median counts as its background.
    private const double CommonShare = 0.8;

    // How far around the window's edge something is cut by it, as a share of the picture, and what that costs.
    private const double EdgeReach = 0.035;
    private const double EdgeCost = 0.10;
    private const double WritingCost = 0.5;
    private const int Places = 96;
    private const double Emphasis = 1.6;
    private const double MostOfFeature = 6;

    // What remains of a cell that is quite out of focus.
    private const double Blurred = 0.2;

    private readonly double[] _score;
    private readonly double[] _writing;

    private SaliencyMap(int columns, int rows, double[] score, double[] writing)
    {
        Columns = columns;
        Rows = rows;
        _score = score;
        _writing = writing;
    }

    public int Columns { get; }

    public int Rows { get; }

    public static SaliencyMap Of(PlanarPicture picture)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var columns = Math.Clamp((int)Math.Round((double)picture.Width * LongSide / longest), 2, picture.ChromaWidth);
        var rows = Math.Clamp((int)Math.Round((double)picture.Height * LongSide / longest), 2, picture.ChromaHeight);
        var small = Reduced.Of(picture, LongSide * CellsSide);
        var cells = new CellMeans(small, columns, rows);
        var writing = TextFinder.Of(small, columns, rows);
        var score = new double[columns * rows];
        Add(score, cells.Edges(), 1.0);
        Add(score, cells.Difference(), 0.9);
        Add(score, cells.Saturation(), 0.4);

        // What the lens left blurred is background, whatever its colours.
        var focus = cells.Focus();
        for (var i = 0; i < score.Length; i++)
        {
            score[i] *= Blurred + (1 - Blurred) * focus[i];
        }

        Skin.AddTo(score, cells);
        for (var i = 0; i < score.Length; i++)
        {
            score[i] += 2 * writing[i];
        }

        ApplyPrior(score, columns, rows);
        return new SaliencyMap(columns, rows, score, writing);
    }

    /// <summary>Where a window that leaves room on this axis does best.</summary>
    /// <param name="share">Its length as a share of the picture's, at most 1.</param>
    public Crop BestCrop(bool horizontal, double share)
    {
        if (share >= 1)
        {
            return new Crop(0.5, IsGood: true);
        }

        var profile = Profile(horizontal);
        var writing = Writing(horizontal);
        var best = 0.5;
        var bestSum = double.MinValue;
        for (var i = 0; i <= Places; i++)
        {
            var center = share / 2 + (1 - share) * i / Places;
            var sum = Weigh(profile, center, share) - 0.002 * Math.Abs(center - 0.5)
                - Cut(profile, center - share / 2) - Cut(profile, center + share / 2)
                - WritingCost * (Within(writing, center - share / 2, center - share / 2) + Within(writing, center + share / 2, center + share / 2));
            if (sum > bestSum)
            {
                bestSum = sum;
                best = center;
            }
        }

        return new Crop(best, new CropJudge(profile, writing).IsGood(best, share));
    }

    /// <summary>Where the eye rests along an axis, in the part of the picture that a window on the other axis shows.</summary>
    /// <param name="center">The window's centre on the other axis, and <paramref name="share"/> its length there.</param>
    public double Focus(bool horizontal, double center, double share)
    {
        var (length, across) = horizontal ? (Columns, Rows) : (Rows, Columns);
        var (first, last) = ((int)((center - share / 2) * across), Math.Min(across - 1, (int)((center + share / 2) * across)));
        double mass = 1e-9, moment = 0;
        for (var along = 0; along < length; along++)
        {
            for (var line = Math.Max(0, first); line <= last; line++)
            {
                // Squared: what stands out draws the eye, not what there is most of.
                var value = horizontal ? _score[line * Columns + along] : _score[along * Columns + line];
                mass += value * value;
                moment += value * value * (along + 0.5) / length;
            }
        }

        return moment / mass;
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

        var density = Within(profile, edge - EdgeReach, edge + EdgeReach) * profile.Length;
        return EdgeCost * Math.Max(0, density - 1);
    }

    /// <summary>The mean of a profile between two places.</summary>
    private static double Within(double[] profile, double from, double to)
    {
        var first = Math.Clamp((int)(from * profile.Length), 0, profile.Length - 1);
        var last = Math.Clamp((int)(to * profile.Length), first, profile.Length - 1);
        var sum = 0.0;
        for (var i = first; i <= last; i++)
        {
            sum += profile[i];
        }

        return sum / (last - first + 1);
    }

    // Along the axis, less what a line across the whole picture has everywhere: a sea or a skyline is no reason to look at one part of it.
    private double[] Profile(bool horizontal)
    {
        var (length, lines) = horizontal ? (Columns, Rows) : (Rows, Columns);
        var profile = new double[length];
        var line = new double[length];
        var sorted = new double[length];
        var total = 1e-9;
        for (var across = 0; across < lines; across++)
        {
            for (var along = 0; along < length; along++)
            {
                line[along] = horizontal ? _score[across * Columns + along] : _score[along * Columns + across];
            }

            line.CopyTo(sorted, 0);
            Array.Sort(sorted);
            var usual = CommonShare * sorted[length / 2];
            for (var along = 0; along < length; along++)
            {
                // More than in proportion: a small thing that stands out much is looked at before a large one that does a little.
                var stands = Math.Pow(Math.Max(0, line[along] - usual), Emphasis);
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

    /// <summary>The share of each line across the axis that is writing.</summary>
    private double[] Writing(bool horizontal)
    {
        var (length, lines) = horizontal ? (Columns, Rows) : (Rows, Columns);
        var result = new double[length];
        for (var along = 0; along < length; along++)
        {
            for (var across = 0; across < lines; across++)
            {
                result[along] += (horizontal ? _writing[across * Columns + along] : _writing[along * Columns + across]) / lines;
            }
        }

        return result;
    }

    private static void Add(double[] score, double[] feature, double weight)
    {
        var mean = feature.Average() + 1e-6;
        for (var i = 0; i < score.Length; i++)
        {
            score[i] += weight * Math.Min(MostOfFeature, feature[i] / mean);
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
