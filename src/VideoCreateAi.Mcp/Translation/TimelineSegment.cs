namespace VideoCreateAi.Mcp.Translation;

/// <summary>A piece of a track as a draft tells it. Seconds on the timeline.</summary>
internal sealed record TimelineSegment(string Name, double StartSeconds, double EndSeconds)
{
    /// <summary>What is special about it, in short words.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Null for texts.</summary>
    public SegmentSource? Source { get; init; }
}
