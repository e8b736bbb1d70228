namespace VideoCreateAi.Mcp.Features.Timeline;

internal sealed record SegmentItem(string Name, double StartSeconds, double EndSeconds, IReadOnlyList<string> Details);
