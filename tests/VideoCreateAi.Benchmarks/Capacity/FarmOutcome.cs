namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>What a simulated farm did, after its first tenth. Seconds.</summary>
/// <param name="Waits">From asking to the first attempt, in rising order.</param>
/// <param name="Spans">From asking to the finished video, in rising order; of those that were finished.</param>
/// <param name="Tickets">Of the job engine.</param>
/// <param name="Busy">Share of the time that the places for work were taken.</param>
/// <param name="Left">Exports that were not finished at the end.</param>
internal sealed record FarmOutcome(IReadOnlyList<double> Waits, IReadOnlyList<double> Spans, long Exports, long Tickets, double Busy, int Left)
{
    public double MeanWait => Waits.Average();

    public double WaitAt(double share) => At(Waits, share);

    public double SpanAt(double share) => At(Spans, share);

    private static double At(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.PositiveInfinity : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
