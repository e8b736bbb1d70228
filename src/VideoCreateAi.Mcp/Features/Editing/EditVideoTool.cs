using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Editing;

[McpServerToolType]
internal sealed class EditVideoTool(ProjectSessions sessions, JobRunner jobs, JobReports reports)
{
    [McpServerTool(
        Name = "edit_video", Title = "Edit the video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [Description("""
        Sends one instruction to the editor and answers with what changed on the timeline.
        Use it for every change to a video that is there: order, cuts, speed, titles, captions, music, volume, transitions, filters, shape; "undo" takes the last step back. To begin a video or to add files use create_video; to save the file use export_video.
        """)]
    public async Task<CallToolResult> EditVideoAsync(
        [Description("The instruction in the user's own words, such as \"lower the music to 35 % and put the second photo first\". Be specific.")] string message,
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken,
        [Description("The project to edit. Left out: the one used last in this conversation.")] string? project_id = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        var wait = Wait.Of(wait_seconds);
        MessageText.Check(message, "message");
        var voice = new ToolProgress(progress);
        voice.Report(JobProgress.Connecting);
        var project = await sessions.OpenAsync(project_id, message, cancellationToken);
        var job = await jobs.StartAsync("edit_video", project, new JobPlan { Message = message }, JobUploads.None, cancellationToken);
        job = await jobs.WaitAsync(job.Id, wait, voice, cancellationToken);
        var report = await reports.DescribeAsync(job, withTimeline: true, cancellationToken);
        return ToolReply.Of(JobReports.Text(report), report, ToolJson.Default.JobReport, isError: job.State is JobState.Failed);
    }
}
