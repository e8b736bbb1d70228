using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Timeline;

[McpServerToolType]
internal sealed class GetTimelineTool(ProjectSessions sessions, TimelineReports timelines)
{
    [McpServerTool(
        Name = "get_timeline", Title = "Show the timeline", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(TimelineReport))]
    [Description("""
        Shows what is on the timeline: tracks with their times and volumes (in %), total length, size.
        Use it for what the video contains, how long and how loud it is; for how it looks use preview_video. It changes nothing.
        """)]
    public async Task<CallToolResult> GetTimelineAsync(
        CancellationToken cancellationToken,
        [Description("Also list every segment of every track: times, speed, motion, transitions, volume, filters, text position and colour. Default false.")] bool segments = false,
        [Description("Also list the project's files, uploaded and generated. Default false.")] bool media = false,
        [Description("The project to show. Left out: the one used last in this conversation.")] string? project_id = null)
    {
        var report = await timelines.ReadAsync(await sessions.FindAsync(project_id, cancellationToken), segments, media, cancellationToken);
        return ToolReply.Of(TimelineReports.Text(report), report, ToolJson.Default.TimelineReport);
    }
}
