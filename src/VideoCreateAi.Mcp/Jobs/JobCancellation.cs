using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Stops a job where it can be stopped: uploads and exports at once, an edit that was sent not at all. What
/// came of it so far stays and is said.</summary>
internal sealed class JobCancellation(JobRunner runner, JobLedger ledger, BackendClient backend, TimeProvider clock)
{
    private static readonly TimeSpan s_elsewhereLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    /// <returns>The job as it then is; one that had ended before stays as it was.</returns>
    public async Task<Job> CancelAsync(string jobId, CancellationToken cancellationToken)
    {
        var job = await runner.LookAtAsync(jobId, cancellationToken);
        if (job.State != JobState.Running)
        {
            return job;
        }

        if (job.Plan.Restore is not null)
        {
            throw new ToolRefusedException("restore_is_short", "Going to another step takes a moment and is not stopped half-way. Let it end with check_job; restore_version goes back from there.");
        }

        if (job is { Stage: JobStage.Editing, Plan.Export: null })
        {
            throw CannotBeCalledBack();
        }

        return runner.Here(jobId) is { } running
            ? await CancelHereAsync(running, cancellationToken)
            : await CancelElsewhereAsync(job, cancellationToken);
    }

    private async Task<Job> CancelHereAsync(RunningJob running, CancellationToken cancellationToken)
    {
        running.IsCancelWanted = true;
        if (running.Job is { Stage: JobStage.Exporting, Export: null, RenderId: { } renderId })
        {
            await StopRenderAsync(renderId, cancellationToken);
        }

        // The answer to a message that was sent is waited for: what follows it is not begun.
        if (running.Job.Stage != JobStage.Editing)
        {
            await running.Stop.CancelAsync();
        }

        await running.Completion.WaitAsync(cancellationToken);
        return await runner.LookAtAsync(running.Job.Id, cancellationToken);
    }

    /// <summary>Another process works on it: the backend can be told, and that process hears of it there.</summary>
    private async Task<Job> CancelElsewhereAsync(Job job, CancellationToken cancellationToken)
    {
        if (job is not { Stage: JobStage.Exporting, RenderId: { } renderId })
        {
            throw new ToolRefusedException(
                "running_elsewhere", "Another window of this server works on that job and has not reached its export. Cancel it there, or let it end: nothing was changed by this call.");
        }

        await ledger.AskToStopAsync(job.Id, cancellationToken);
        await StopRenderAsync(renderId, cancellationToken);
        var begun = clock.GetTimestamp();
        while (await ledger.FindAsync(job.Id, cancellationToken) is { } now)
        {
            if (now.State != JobState.Running || clock.GetElapsedTime(begun) > s_elsewhereLimit)
            {
                return now;
            }

            await Task.Delay(s_look, clock, cancellationToken);
        }

        return job;
    }

    private async Task StopRenderAsync(string renderId, CancellationToken cancellationToken)
    {
        try
        {
            await backend.CancelRenderAsync(renderId, cancellationToken);
        }
        catch (BackendException fault) when (fault.Fault == BackendFault.NotFound)
        {
            // It was not submitted yet, and now never is.
        }
    }

    private static ToolRefusedException CannotBeCalledBack() => new(
        "edit_was_sent",
        "The message of that job was sent and cannot be called back; what it costs, if anything, stands. Let it end with check_job, then call edit_video with \"undo\" to take the change back.");
}
