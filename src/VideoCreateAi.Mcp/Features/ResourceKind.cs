namespace VideoCreateAi.Mcp.Features;

/// <summary>What of a project a resource shows.</summary>
internal enum ResourceKind
{
    TimelineJson,
    TimelineText,
    ContactSheet,
    Export,
}
