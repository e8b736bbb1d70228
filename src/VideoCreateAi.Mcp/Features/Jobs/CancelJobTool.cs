using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.Jobs;

[McpServerToolType]
internal sealed class CancelJobTool(JobRunner jobs, JobCancellation cancellation, JobReports reports)
{
    [McpServerTool(
        Name = "cancel_job", Title = "Cancel a job", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(CancelReport))]
    [Description("""
        Stops a job: an upload or export at once, anything else before its next step. Says what remains; nothing that was made before is lost.
        Use it when the user changes their mind while a job runs. An edit that was sent cannot be called back: let it end, then call edit_video with "undo".
        """)]
    public async Task<CallToolResult> CancelJobAsync(
        [Description("The job_id of an earlier result; check_job without one lists what runs.")] string job_id,
        CancellationToken cancellationToken)
    {
        var job = await cancellation.CancelAsync(job_id, cancellationToken);
        var report = await reports.DescribeAsync(job, withTimeline: false, cancellationToken);
        await jobs.ToldAsync(job, cancellationToken);
        return ToolReply.Of(JobReports.Text(report), CancelReport.Of(report), ToolJson.Default.CancelReport);
    }
}
