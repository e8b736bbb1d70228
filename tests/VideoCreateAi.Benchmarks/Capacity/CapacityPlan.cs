namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>The smallest farm for so many exports an hour.</summary>
/// <param name="Farms">Each with a database of its own.</param>
/// <param name="Slots">Places for work in each of them.</param>
/// <param name="Outcome">Of one of them.</param>
internal sealed record CapacityPlan(double PerHour, int Farms, int Slots, FarmOutcome Outcome)
{
    public const double MostWait = 10;

    // What has one server is not to be busier than that.
    private const double MostBusy = 0.8;
    private const int Seed = 9;

    /// <param name="exports">Simulated for each number of places.</param>
    public static CapacityPlan For(double perHour, int exports, ServiceTimes times, FarmRules rules)
    {
        var farms = Math.Max(1, (int)Math.Ceiling(perHour / (MostBusy * Math.Min(EngineLimit(rules), ReviewLimit(times)))));
        var load = Workload.Usual(perHour / farms);

        // One that is too small and one that is large enough, then halving what lies between.
        var (small, large) = (0, 1);
        FarmOutcome best;
        while (!IsEnough(best = Run(large)))
        {
            (small, large) = (large, large * 2);
        }

        while (large - small > 1)
        {
            var middle = (small + large) / 2;
            var outcome = Run(middle);
            (small, large, best) = IsEnough(outcome) ? (small, middle, outcome) : (middle, large, best);
        }

        return new CapacityPlan(perHour, farms, large, best);

        FarmOutcome Run(int slots) => new FarmSimulation(load, times, rules, slots, Seed).Run(exports);
        bool IsEnough(FarmOutcome outcome) => outcome.WaitAt(0.95) < MostWait && outcome.Left < exports / 20;
    }

    /// <summary>Exports an hour that the job engine's lock allows, however many workers there are.</summary>
    public static double EngineLimit(FarmRules rules) => 3600 / (rules.TicketTime * TicketsOfMix(rules));

    /// <summary>Exports an hour that can be looked at.</summary>
    public static double ReviewLimit(ServiceTimes times) => 3600 / Workload.Mix.Sum(kind => times.Review.Of(kind.Seconds) * kind.Percent / 100);

    /// <summary>Tickets of an export: one as a whole; else the cutting, the sound, the parts and the joining.</summary>
    public static double TicketsOfMix(FarmRules rules) => Workload.Mix.Sum(
        kind => kind.Percent / 100.0 * (kind.Seconds < rules.CutFrom ? 1 : 3 + Math.Ceiling(kind.Seconds / rules.PartLength)));

    /// <summary>Places that are taken on average.</summary>
    public static double Erlangs(double perHour, ServiceTimes times, FarmRules rules) => perHour / 3600 * Workload.Mix.Sum(kind => kind.Percent / 100.0 * WorkOf(kind.Seconds, times, rules));

    private static double WorkOf(double seconds, ServiceTimes times, FarmRules rules)
    {
        if (seconds < rules.CutFrom)
        {
            return times.Whole.Of(seconds);
        }

        var parts = Math.Ceiling(seconds / rules.PartLength);
        return times.Cut.Of(seconds) + times.Sound.Of(seconds) + times.Join.Of(seconds) + parts * times.Part.Of(seconds / parts);
    }
}
