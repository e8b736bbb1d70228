using System.ComponentModel;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What an agent is told of one video of a batch, or of one file of several.</summary>
internal sealed record BatchReport
{
    public required int Item { get; init; }

    [Description("As of the job, or waiting or skipped.")]
    public required string Status { get; init; }

    public string? Preset { get; init; }

    public string? Reply { get; init; }

    public string? Path { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public double? DurationSeconds { get; init; }

    public long? Bytes { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }
}
