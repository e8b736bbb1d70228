namespace VideoCreateAi.Mcp.Translation;

/// <summary>A track as a draft tells it. Index counts from 1; kind is a word for people (Video, BGM, Title …).</summary>
internal sealed record TimelineTrack
{
    public required int Index { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required double StartSeconds { get; init; }

    public required double EndSeconds { get; init; }

    /// <summary>100 = as recorded; null where the draft tells none or the track has no sound.</summary>
    public int? VolumePercent { get; init; }

    public IReadOnlyList<TimelineSegment> Segments { get; init; } = [];

    public int SegmentCount => Segments.Count;
}
