namespace VideoCreateAi.Mcp.Features.App;

/// <summary>Seconds on the timeline, and of the file for what shows a part of a clip.</summary>
internal sealed record ViewSegment
{
    public required string Name { get; init; }

    public double Start { get; init; }

    public double End { get; init; }

    /// <summary>Of the main track: image or clip.</summary>
    public string? Shows { get; init; }

    public double? In { get; init; }

    public double? Out { get; init; }

    public double? Speed { get; init; }

    /// <summary>How long the clip's file is.</summary>
    public double? Length { get; init; }

    public IReadOnlyList<string>? Details { get; init; }
}
