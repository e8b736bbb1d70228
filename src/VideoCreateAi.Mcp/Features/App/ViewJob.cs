namespace VideoCreateAi.Mcp.Features.App;

/// <summary>How far a job is, for a bar and a line below it.</summary>
internal sealed record ViewJob
{
    public required string JobId { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>running, done, failed, cancelled or unknown.</summary>
    public required string Status { get; init; }

    public double Progress { get; init; }

    public required string Words { get; init; }

    public ViewFile? File { get; init; }
}
