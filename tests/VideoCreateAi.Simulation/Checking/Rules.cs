namespace VideoCreateAi.Simulation.Checking;

/// <summary>What is held against the client, how many of it there are, and with which fault it is spoilt to show that the checks see it.</summary>
internal sealed record Rules
{
    public Mutation Mutation { get; init; }

    /// <summary>Processes at the same time; null = as many as the schedule draws.</summary>
    public int? Windows { get; init; }

    public HttpMessageHandler Break(HttpMessageHandler line, World world) =>
        Mutation == Mutation.None ? line : new BrokenClient(line, Mutation, world);
}
