using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contract of every tool that begins a job: connect, begin, wait with progress, answer with the result or the job's id.</summary>
internal sealed class JobReplies(JobDesk desk, JobRunner jobs, JobReports reports, ExportSheets sheets, RequestStates states, TimeProvider clock)
{
    /// <param name="request">Checks and opens what the call names; a fault of its own leaves no job behind.</param>
    public async Task<CallToolResult> AnswerAsync(
        TimeSpan wait, RequestContext<CallToolRequestParams> call, Func<JobRequest> request, CancellationToken cancellationToken)
    {
        using var voice = new ToolProgress(new ClientProgress(call.Server, call.Params?.ProgressToken), JobProgress.Connecting, clock);
        var begun = await desk.BeginAsync(request() with { Consent = new SpendingConsent(states, call) }, cancellationToken);
        var job = await jobs.WaitAsync(begun.Job.Id, wait, voice, cancellationToken);
        var report = await reports.DescribeAsync(job, withTimeline: job.Plan.Message is not null || job.Plan.State, cancellationToken);
        report = begun.Joined ? report with { Joined = true } : report;
        var sheet = await sheets.OfAsync(job, cancellationToken);

        // Last: a call that breaks off before this has told nothing, and its repeat joins the job.
        await jobs.ToldAsync(job, cancellationToken);
        return ToolReply.Of(JobReports.Text(report), report, ToolJson.Default.JobReport, isError: job.State is JobState.Failed).Showing(sheet).Linking(job);
    }
}
