using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.Jobs;

[McpServerToolType]
internal sealed class CheckJobTool(JobRunner jobs, JobReports reports, ExportSheets sheets, TimeProvider clock)
{
    [McpServerTool(
        Name = "check_job", Title = "Check a job", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobList))]
    [Description("""
        Waits for a job and answers with its progress or result; without an id lists the jobs that run, are unclear or whose end was not told yet.
        Use it after create_video, edit_video, upload_media or export_video returned status "running", or to find what an earlier conversation left behind. Jobs go on when the client is closed.
        """)]
    public async Task<CallToolResult> CheckJobAsync(
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken,
        [Description("The job_id of an earlier result. Left out: list the jobs.")] string? job_id = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        var wait = Wait.Of(wait_seconds);
        using var voice = new ToolProgress(progress, new JobProgress(0, "Looking at the job…"), clock);
        IReadOnlyList<Job> found = job_id is null
            ? await jobs.OpenJobsAsync(cancellationToken)
            : [await jobs.WaitAsync(job_id, wait, voice, cancellationToken)];

        List<JobReport> described = [];
        foreach (var job in found)
        {
            described.Add(await reports.DescribeAsync(job, withTimeline: job_id is not null, cancellationToken));
        }

        var sheet = job_id is null ? null : await sheets.OfAsync(found[0], cancellationToken);
        if (job_id is not null)
        {
            await jobs.ToldAsync(found[0], cancellationToken);
        }

        var text = described.Count == 0
            ? "No job is running or waiting to be told."
            : string.Join("\n\n", described.Select(JobReports.Text));
        var result = ToolReply.Of(text, new JobList { Jobs = described }, ToolJson.Default.JobList).Showing(sheet);
        return job_id is null ? result : result.Linking(found[0]);
    }
}
