namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>What <c>clean</c> was called with.</summary>
internal sealed record CleanOptions
{
    public bool Cache { get; init; }

    public bool Media { get; init; }

    /// <summary>As typed, such as 30d; null = no projects.</summary>
    public string? ProjectsOlderThan { get; init; }

    public bool DryRun { get; init; }

    public bool Yes { get; init; }

    public bool Json { get; init; }
}
