namespace VideoCreateAi.Mcp.Translation;

/// <summary>A piece of a track as a draft tells it. Seconds on the timeline.</summary>
internal sealed record TimelineSegment(string Name, double StartSeconds, double EndSeconds);
