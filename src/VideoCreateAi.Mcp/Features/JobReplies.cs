using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contract of every tool that begins a job: connect, begin, wait with progress, answer with the result or the job's id.</summary>
internal sealed class JobReplies(JobRunner jobs, JobReports reports)
{
    /// <param name="begin">Checks, opens and begins; a fault of its own leaves no job behind.</param>
    public async Task<CallToolResult> AnswerAsync(
        TimeSpan wait, IProgress<ProgressNotificationValue> progress, Func<Task<Job>> begin, CancellationToken cancellationToken)
    {
        var voice = new ToolProgress(progress);
        voice.Report(JobProgress.Connecting);
        var begun = await begin();
        var job = await jobs.WaitAsync(begun.Id, wait, voice, cancellationToken);
        var report = await reports.DescribeAsync(job, withTimeline: job.Plan.Message is not null || job.Plan.State, cancellationToken);
        return ToolReply.Of(JobReports.Text(report), report, ToolJson.Default.JobReport, isError: job.State is JobState.Failed);
    }
}
