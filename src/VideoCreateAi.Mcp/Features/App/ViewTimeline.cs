namespace VideoCreateAi.Mcp.Features.App;

/// <summary>A timeline as the view draws it. Names and details are data.</summary>
internal sealed record ViewTimeline
{
    public required string ProjectId { get; init; }

    public required string Name { get; init; }

    /// <summary>Names this very timeline: an edit of another one is refused.</summary>
    public required string Seen { get; init; }

    public double DurationSeconds { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public bool CanEdit { get; init; }

    /// <summary>Why not, in a sentence; null where it can be edited.</summary>
    public string? Locked { get; init; }

    public bool CanUndo { get; init; }

    public bool CanExport { get; init; }

    /// <summary>A small clip of it can be made.</summary>
    public bool CanPlay { get; init; }

    public required IReadOnlyList<ViewTrack> Tracks { get; init; }
}
