namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A file that is in the project now.</summary>
internal sealed record UploadedItem
{
    public required string Name { get; init; }

    /// <summary>image, video, audio or text.</summary>
    public required string Kind { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public double? DurationSeconds { get; init; }
}
