using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Does a job's steps in order, writing each down before it is taken. A job that is taken over
/// enters at the step that its row names.</summary>
internal sealed class JobWork(
    ProjectHistory history, BackendClient backend, RestoreStep restoring, UploadStep uploading, TurnStep editing, TurnRecovery recovery, ExportStep exporting,
    BatchWork batch, ProjectNews news, JobAudit audit)
{
    public Task RunAsync(RunningJob running, Project project, JobUploads uploads, CancellationToken cancellationToken) => running.Job.MakesVideos
        ? batch.RunAsync(running, uploads, item => MakeAsync(running, project, item, cancellationToken), cancellationToken)
        : MakeAsync(running, project, uploads, cancellationToken);

    private async Task MakeAsync(RunningJob running, Project project, JobUploads uploads, CancellationToken cancellationToken)
    {
        var plan = running.Job.Plan;
        var entry = running.Job.Stage;
        running.Step = null;

        if (plan.Restore is { } step && entry is JobStage.Uploading or JobStage.Editing)
        {
            await audit.AroundAsync(running, "restore", null, () => restoring.RunAsync(running, project, step, cancellationToken));
        }

        if (plan.Uploads > 0 && entry == JobStage.Uploading)
        {
            await uploading.RunAsync(running, project, uploads, cancellationToken);
            news.Tell(project.Id, ProjectChangeKind.Timeline);
        }

        if (plan.Message is { } message && entry is JobStage.Uploading or JobStage.Editing)
        {
            await audit.AroundAsync(running, "edit", null, () => entry == JobStage.Editing
                ? editing.ResumeAsync(running, project, cancellationToken)
                : editing.RunAsync(running, project, plan.StartsOver ? StartingOver(running.Job, message) : message, plan.Operations, cancellationToken));
        }

        if (entry is JobStage.Uploading or JobStage.Editing)
        {
            if (plan.Credits)
            {
                await TellCreditsAsync(running, cancellationToken);
            }

            // What was answered and the step that follows go to the disk together: a process that dies here is followed by
            // one that neither asks again nor tells a loss that there was none.
            await SaveAsync(running, running.Job with { Stage = plan.Export is null ? JobStage.Ended : JobStage.Exporting }, cancellationToken);
        }

        if (plan.Export is not null)
        {
            await (running.Job.MakesFiles
                ? batch.RunAsync(running, JobUploads.None, _ => ExportAsync(running, project, cancellationToken), cancellationToken)
                : ExportAsync(running, project, cancellationToken));
        }
    }

    private async Task ExportAsync(RunningJob running, Project project, CancellationToken cancellationToken)
    {
        if (running.IsCancelWanted)
        {
            throw new JobCancelledException(JobCancelledException.WordsFor(running.Job));
        }

        var mayHaveBegun = running.Job.RenderId is not null;
        var renderId = running.Job.RenderId ?? ExportStep.NewRenderId();
        await SaveAsync(running, running.Job with { Stage = JobStage.Exporting, RenderId = renderId }, cancellationToken);
        await audit.AroundAsync(
            running,
            "export",
            line => running.Job.Export is { } file ? line with { File = Path.GetFileName(file.Path), Bytes = file.Bytes } : line,
            () => exporting.RunAsync(running, project, running.Job.Plan.Export!, mayHaveBegun, cancellationToken));
        news.Tell(project.Id, ProjectChangeKind.List);
    }

    /// <summary>Names the files: the library keeps those of the videos before.</summary>
    private static string StartingOver(Job job, string message) => job.Uploaded.Count == 0
        ? $"Start over. {message}"
        : $"Start over with only {string.Join(", ", job.Uploaded.Select(item => item.Name))}. {message}";

    private async Task TellCreditsAsync(RunningJob running, CancellationToken cancellationToken)
    {
        string words;
        try
        {
            words = CreditWords.Of(await backend.GetCreditsAsync(cancellationToken), backend.Backend.Name, backend.Backend.IsFree);
        }
        catch (BackendException) when (running.Job.Plan.Message is not null)
        {
            // The edit before it was made all the same.
            words = "The balance could not be read; get_credits shows it.";
        }

        running.Job = running.Job with { Reply = string.IsNullOrEmpty(running.Job.Reply) ? words : $"{running.Job.Reply}\n{words}" };
    }

    /// <summary>Whether the outcome of an unclear job can be told now.</summary>
    public async Task<bool> IsClearNowAsync(Job job, Project project, CancellationToken cancellationToken)
    {
        try
        {
            return job switch
            {
                { Stage: JobStage.Editing } => await recovery.IsClearAsync(job, project, cancellationToken),
                { Stage: JobStage.Exporting, RenderId: { } id } =>
                    await backend.GetRenderAsync(id, cancellationToken) is { Status: RenderStatus.Completed or RenderStatus.Failed or RenderStatus.Cancelled },
                _ => false,
            };
        }
        catch (Exception fault) when (fault is BackendException or JobUnclearException)
        {
            return false;
        }
    }

    private async Task SaveAsync(RunningJob running, Job job, CancellationToken cancellationToken)
    {
        running.Job = job with { Progress = running.Latest.Percent };
        await history.SaveAsync(running.Job, running.Step, cancellationToken);
        if (running.Step is not null)
        {
            running.Step = null;
            news.Tell(running.Job.ProjectId, ProjectChangeKind.Timeline);
        }
    }
}
