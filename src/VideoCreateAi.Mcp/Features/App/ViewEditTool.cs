using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>Edits by hand, on the same way as those of edit_video: one at a time, written down before they are sent, a step of the history each.</summary>
internal sealed class ViewEditTool(JobDesk desk, JobRunner jobs, ProjectSessions sessions, ViewTimelines timelines, TimeProvider clock)
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(40);

    /// <param name="seen">Of the timeline that the user saw.</param>
    public async Task<CallToolResult> EditAsync(
        string projectId, string seen, ViewEdit edit, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var before = await timelines.ReadAsync(await sessions.LookUpAsync(projectId, cancellationToken), cancellationToken);
        if (before.Locked is { } locked)
        {
            throw new ToolRefusedException("not_editable", $"{locked} Nothing was changed.");
        }

        if (before.Seen != seen)
        {
            throw new ToolRefusedException("timeline_changed", "The timeline has changed meanwhile, so nothing was done. It is shown as it is now; do it again if it is still right.");
        }

        using var voice = new ToolProgress(progress, JobProgress.Connecting, clock);
        var plan = new JobPlan { Message = edit.Words, Operations = edit.Operations };
        var begun = await desk.BeginAsync(new JobRequest("view_edit", projectId, plan, JobUploads.None) { NeedsProject = true }, cancellationToken);
        var job = await jobs.WaitAsync(begun.Job.Id, s_wait, voice, cancellationToken);
        await jobs.ToldAsync(job, cancellationToken);
        if (job.State is not (JobState.Done or JobState.Running))
        {
            throw new ToolRefusedException(job.ErrorCode ?? "internal_error", job.Error ?? "The edit did not go through.");
        }

        var edited = new ViewEdited
        {
            JobId = job.Id,
            Status = job.State == JobState.Done ? "done" : "running",
            Words = job.Reply is { Length: > 0 } reply ? reply : edit.Words,
            Changes = job.Changes.Count > 0 ? job.Changes : null,
            Timeline = await timelines.ReadAsync(await sessions.LookUpAsync(projectId, cancellationToken), cancellationToken),
        };
        return ToolReply.Of(edited.Words, edited, ToolJson.Default.ViewEdited);
    }
}
