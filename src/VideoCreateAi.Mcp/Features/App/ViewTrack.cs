namespace VideoCreateAi.Mcp.Features.App;

internal sealed record ViewTrack
{
    public required string Kind { get; init; }

    public int? VolumePercent { get; init; }

    /// <summary>All that there are; the list may have fewer.</summary>
    public int SegmentCount { get; init; }

    /// <summary>The track whose shots can be moved and trimmed: their numbers count from 1 in its order.</summary>
    public bool? Main { get; init; }

    public required IReadOnlyList<ViewSegment> Segments { get; init; }
}
