namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Tells whether a window shows what a picture is about, or whether it is better shown whole.</summary>
/// <param name="profile">What stands out along the axis; sums to 1.</param>
/// <param name="writing">The share of writing along the axis.</param>
internal sealed class CropJudge(double[] profile, double[] writing)
{
    // A picture without a subject loses nothing that matters by being cropped: then its mass is spread.
    private const double Peaked = 0.60;
    private const double PeakShare = 0.25;
    private const double LeastKept = 0.58;

    // A subject that is cut on both sides, and beyond whose ends there is nothing.
    private const double CutDensity = 1.15;
    private const double RimShare = 0.14;
    private const double MostOnRim = 0.06;

    private const double LeastWriting = 0.012;
    private const double LeastWritingKept = 0.8;

    public bool IsGood(double center, double share)
    {
        var (from, to) = (center - share / 2, center + share / 2);
        var kept = Mass(profile, from, to);
        return !(LosesWriting(from, to)
            || (kept < LeastKept && Concentration() > Peaked)
            || (kept < LeastKept && IsCut(from) && IsCut(to) && HasBareRim()));
    }

    private bool LosesWriting(double from, double to)
    {
        var all = writing.Sum();
        return all / writing.Length > LeastWriting && Mass(writing, from, to) < LeastWritingKept * all;
    }

    // How much of all lies in the best quarter of the columns.
    private double Concentration() => profile.OrderDescending().Take(Math.Max(1, (int)(profile.Length * PeakShare))).Sum();

    private bool IsCut(double edge) => edge is > 0.03 and < 0.97
        && Mass(profile, edge - 0.03, edge + 0.03) / 0.06 > CutDensity;

    private bool HasBareRim() => Mass(profile, 0, RimShare) + Mass(profile, 1 - RimShare, 1) < MostOnRim;

    private static double Mass(double[] values, double from, double to)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            // The part of the column that is inside.
            var inside = Math.Min((double)(i + 1) / values.Length, to) - Math.Max((double)i / values.Length, from);
            sum += values[i] * Math.Clamp(inside * values.Length, 0, 1);
        }

        return sum;
    }
}
