namespace VideoCreateAi.Simulation;

/// <summary>What came of one schedule.</summary>
internal sealed record ScheduleResult(ulong Seed, IReadOnlyList<string> Violations, ulong Fingerprint)
{
    public int Requests { get; init; }

    public int Faults { get; init; }

    public int Jobs { get; init; }

    public int Files { get; init; }
}
