namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>What theory says of equal places for work, arrivals at random and times that know no memory (M/M/c).</summary>
internal static class ErlangC
{
    /// <summary>How likely it is that whoever comes waits.</summary>
    /// <param name="erlangs">Places that are taken on average; below <paramref name="slots"/>.</param>
    public static double ProbabilityOfWait(int slots, double erlangs)
    {
        var blocked = 1.0;
        for (var n = 1; n <= slots; n++)
        {
            blocked = erlangs * blocked / (n + erlangs * blocked);
        }

        return slots * blocked / (slots - erlangs * (1 - blocked));
    }

    /// <param name="time">Of one piece of work, on average. The wait is in the same unit.</param>
    public static double MeanWait(int slots, double erlangs, double time) => ProbabilityOfWait(slots, erlangs) * time / (slots - erlangs);

    /// <summary>The wait that this share does not exceed.</summary>
    public static double WaitAt(double share, int slots, double erlangs, double time) =>
        Math.Max(0, Math.Log(ProbabilityOfWait(slots, erlangs) / (1 - share)) * time / (slots - erlangs));
}
