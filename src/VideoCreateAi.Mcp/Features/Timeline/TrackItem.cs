using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.Timeline;

internal sealed record TrackItem
{
    public int Index { get; init; }

    [Description("Video, Overlay, BGM, Voice, Sound, Title, Captions or Effect.")]
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public double StartSeconds { get; init; }

    public double EndSeconds { get; init; }

    [Description("100 = as recorded.")]
    public int? VolumePercent { get; init; }

    public int SegmentCount { get; init; }

    [Description("The pieces of the track, when asked for.")]
    public IReadOnlyList<SegmentItem>? Segments { get; init; }
}
