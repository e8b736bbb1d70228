using System.ComponentModel;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What an agent is told of one video of a batch.</summary>
internal sealed record BatchReport
{
    public required int Item { get; init; }

    [Description("waiting, running, done, failed, unknown, cancelled or skipped.")]
    public required string Status { get; init; }

    public string? Reply { get; init; }

    public string? Path { get; init; }

    public double? DurationSeconds { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }
}
