namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Speeds of things that move or change. All go from 0 to 1 while t does.</summary>
internal static class Easing
{
    // What is left of the mean speed at the ends of a drift.
    private const double DriftEnds = 0.45;
    private const double Back = 1.9;

    /// <summary>Starts and ends at rest.</summary>
    public static double InOut(double t) => t * t * (3 - 2 * t);

    /// <summary>Starts at once and ends at rest.</summary>
    public static double Out(double t) => 1 - (1 - t) * (1 - t) * (1 - t);

    /// <summary>Goes a little too far and comes back.</summary>
    public static double Overshoot(double t)
    {
        var u = t - 1;
        return 1 + (Back + 1) * u * u * u + Back * u * u;
    }

    /// <summary>Slow, faster, slow, and never at rest: a picture that stood still in the middle of a crossfade would be seen to stop.</summary>
    public static double Drift(double t) => DriftEnds * t + (1 - DriftEnds) * InOut(t);
}
