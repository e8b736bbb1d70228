namespace VideoCreateAi.Mcp.Features.Timeline;

internal sealed record MediaItem
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public double? DurationSeconds { get; init; }

    /// <summary>True for what the backend made itself.</summary>
    public bool Generated { get; init; }
}
