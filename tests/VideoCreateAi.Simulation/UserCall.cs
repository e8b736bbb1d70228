using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Simulation;

/// <summary>One tool call that the user's agent makes.</summary>
/// <param name="Project">Which of the user's projects it is about.</param>
/// <param name="Window">Which of the user's programs makes it: each has a server process of its own.</param>
/// <param name="Overlaps">The next call does not wait for this one.</param>
internal sealed record UserCall(int Number, JobPlan Plan, int Project, int Window, TimeSpan Pause, bool Overlaps)
{
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>What is exported for; empty = in the timeline's own shape.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>The idempotency key; null = none.</summary>
    public string? Key { get; init; }

    /// <summary>The longest that one look waits.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>The agent's program repeats the call while it waits for it, as clients do that lost the connection.</summary>
    public bool IsRepeated { get; init; }
}
