using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>What the view draws.</summary>
internal sealed class ViewTimelineTool(ProjectSessions sessions, ViewTimelines timelines)
{
    public async Task<CallToolResult> ReadAsync(string projectId, CancellationToken cancellationToken)
    {
        var timeline = await timelines.ReadAsync(await sessions.LookUpAsync(projectId, cancellationToken), cancellationToken);
        return ToolReply.Of($"The timeline of {timeline.ProjectId}.", timeline, ToolJson.Default.ViewTimeline);
    }
}
