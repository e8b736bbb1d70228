namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>Exports as they come: at any moment as likely as at any other.</summary>
/// <param name="PerHour">On average.</param>
/// <param name="Length">Seconds of video of the next one.</param>
/// <param name="Users">Each export is of any of them.</param>
internal sealed record Workload(double PerHour, Func<Random, double> Length, int Users)
{
    /// <summary>What is exported, and how often in a hundred.</summary>
    public static IReadOnlyList<(double Seconds, int Percent)> Mix { get; } = [(15, 40), (30, 30), (60, 20), (180, 8), (600, 2)];

    public static double MeanOfMix => Mix.Sum(kind => kind.Seconds * kind.Percent / 100);

    /// <summary>The mix above, of users who export four times an hour.</summary>
    public static Workload Usual(double perHour) => new(perHour, Draw, Math.Max(3, (int)(perHour / 4)));

    private static double Draw(Random random)
    {
        var percent = random.Next(100);
        foreach (var (seconds, share) in Mix)
        {
            if ((percent -= share) < 0)
            {
                return seconds;
            }
        }

        return Mix[^1].Seconds;
    }
}
