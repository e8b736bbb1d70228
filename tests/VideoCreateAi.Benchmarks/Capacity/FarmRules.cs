namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>What the farm does with an export, as it is built. Seconds.</summary>
internal sealed record FarmRules
{
    /// <summary>Shorter ones are rendered as a whole.</summary>
    public double CutFrom { get; init; } = 20;

    /// <summary>A part has 2 to 10 s of video, mostly a shot: 6 on average.</summary>
    public double PartLength { get; init; } = 6;

    /// <summary>Parts of one user in the queue or at work, for each place for work.</summary>
    public int Window { get; init; } = 2;

    /// <summary>What the job engine's one lock is taken by a ticket from its writing to its deletion: 18 tickets a second were measured.</summary>
    public double TicketTime { get; init; } = 1.0 / 18;

    /// <summary>From a ticket to its start where a worker idles: 0.62 to 1.04 were measured.</summary>
    public (double Least, double Most) IdleDelay { get; init; } = (0.62, 1.04);

    /// <summary>Between two looks at what was handed in. All nodes that answer look at the same files, so they count as one.</summary>
    public double ReviewInterval { get; init; } = 0.3;

    /// <summary>Nothing but places for work and a queue, as theory has it.</summary>
    public static FarmRules Bare { get; } = new() { CutFrom = double.PositiveInfinity, TicketTime = 0, IdleDelay = (0, 0), ReviewInterval = 0 };
}
