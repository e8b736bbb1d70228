namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>What a stream held, counted.</summary>
internal sealed record TurnTally
{
    public int Events { get; init; }

    public int Heartbeats { get; init; }

    /// <summary>Events of a kind that this build does not know.</summary>
    public int Unknown { get; init; }

    /// <summary>Events that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>The tools that the agent called, in order.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
}
