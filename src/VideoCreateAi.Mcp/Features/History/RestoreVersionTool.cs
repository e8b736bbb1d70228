using System.ComponentModel;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.History;

[McpServerToolType]
internal sealed class RestoreVersionTool(JobDesk desk, JobRunner jobs, ProjectSessions sessions, CurrentDraft current, TimeProvider clock)
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(40);

    [McpServerTool(
        Name = "restore_version", Title = "Restore a version", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(RestoreReport))]
    [Description("""
        Brings back the video as it was after a step of the history, earlier or later, and answers with what that changes. Free of credits; nothing is lost: it adds a step.
        Use it when the user wants an earlier version again: call get_history for the number. To take back only the last change, edit_video with "undo" does as well.
        """)]
    public async Task<CallToolResult> RestoreVersionAsync(
        [Description("Number of the step, as get_history lists it.")] int step,
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken,
        [Description("The project. Left out: the one used last in this conversation.")] string? project_id = null)
    {
        if (step < 1)
        {
            throw new ToolRefusedException("invalid_argument", $"step is {step}; it must be 1 or more. Call get_history for the steps.");
        }

        using var voice = new ToolProgress(progress, JobProgress.Connecting, clock);
        var begun = await desk.BeginAsync(
            new JobRequest("restore_version", project_id, new JobPlan { Restore = step }, JobUploads.None) { NeedsProject = true }, cancellationToken);
        var job = await jobs.WaitAsync(begun.Job.Id, s_wait, voice, cancellationToken);
        var report = await DescribeAsync(job, cancellationToken);
        await jobs.ToldAsync(job, cancellationToken);
        return ToolReply.Of(Text(report), report, ToolJson.Default.RestoreReport);
    }

    private async Task<RestoreReport> DescribeAsync(Job job, CancellationToken cancellationToken) => job.State switch
    {
        JobState.Running => new RestoreReport
        {
            ProjectId = job.ProjectId, Status = "running", JobId = job.Id,
            Told = $"It takes longer than usual and goes on by itself. Call check_job with job_id {job.Id}.",
        },
        JobState.Done => new RestoreReport
        {
            ProjectId = job.ProjectId,
            Status = job.Reply == RestoreStep.NothingChanged ? "unchanged" : "restored",
            Told = job.Reply ?? "",
            Changes = job.Changes.Count > 0 ? job.Changes : null,
            Timeline = await TimelineAsync(job.ProjectId, cancellationToken),
        },
        _ => throw await EndAsync(job, cancellationToken),
    };

    private async Task<ToolRefusedException> EndAsync(Job job, CancellationToken cancellationToken)
    {
        await jobs.ToldAsync(job, cancellationToken);
        return new ToolRefusedException(job.ErrorCode ?? "internal_error", job.Error ?? "");
    }

    private async Task<string> TimelineAsync(string projectId, CancellationToken cancellationToken)
    {
        var shown = await current.ReadAsync(await sessions.FindAsync(projectId, cancellationToken), cancellationToken);
        return TimelineSummary.Read(shown.Draft.Utf8.Span).ToString();
    }

    private static string Text(RestoreReport report)
    {
        var text = new StringBuilder(report.Told).Append('\n');
        if (report.Changes is { } changes)
        {
            text.Append("Changed: ").AppendJoin("; ", changes).Append('\n');
        }

        if (report.Timeline is { } timeline)
        {
            text.Append(timeline).Append('\n');
        }

        return text.Append("project_id: ").Append(report.ProjectId).ToString();
    }
}
