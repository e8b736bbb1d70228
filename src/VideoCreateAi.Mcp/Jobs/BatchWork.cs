using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Makes the things of a job that makes several, one after the other on the same project: videos, each of which begins with
/// an empty timeline, or files of one timeline. None waits for a better end of another. The job's own fields are those of the one
/// that is being made.</summary>
internal sealed class BatchWork(JobLedger ledger)
{
    private const string Skipped = "Not begun: what stopped the one before would have stopped it too. Nothing was sent or charged for it.";

    /// <param name="make">Does the plan that stands in the job.</param>
    public async Task RunAsync(
        RunningJob running, JobUploads uploads, Func<JobUploads, Task> make, CancellationToken cancellationToken)
    {
        // A job that is taken over goes on inside of what its row names.
        var isResumed = running.Job.MakesVideos ? running.Job.Stage != JobStage.Uploading : running.Job.RenderId is not null;
        var before = running.Job is { MakesFiles: true, Plan: { Message: not null } or { Uploads: > 0 } } ? ExportStep.AfterEdit : 0;
        for (var index = running.Job.Item; index < running.Job.Items.Count; index++)
        {
            if (running.Job.Items[index].State is not null)
            {
                isResumed = false;
                continue;
            }

            running.Window(index, running.Job.Items.Count, WordsFor(running.Job, index), before);
            if (!isResumed)
            {
                await ThrowWhenAskedToStopAsync(running, cancellationToken);
                await SaveAsync(running, Begin(running.Job, index), cancellationToken);
            }

            isResumed = false;
            var goesOn = await MakeOneAsync(running, index < uploads.Items.Count ? uploads.Items[index] : JobUploads.None, make);
            await SaveAsync(running, running.Job, cancellationToken);
            if (!goesOn)
            {
                await SaveAsync(running, SkipRest(running.Job, index + 1), cancellationToken);
                break;
            }
        }

        if (running.Job.Items.All(item => item.State is JobState.Failed or null) && running.Job.Items[0] is { ErrorCode: { } code } first)
        {
            throw new ToolRefusedException(code, string.Create(
                CultureInfo.InvariantCulture, $"None of the {running.Job.Items.Count} {(running.Job.MakesVideos ? "videos" : "files")} was made. Of the first: {first.Error}"));
        }
    }

    private static string WordsFor(Job job, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{(job.MakesVideos ? "Video" : $"{job.Items[index].Plan.Export?.Preset},")} {index + 1} of {job.Items.Count}");

    private static Job Begin(Job job, int index) => job.MakesVideos ? BeginVideo(job, index) : job with
    {
        Item = index,
        Plan = job.Plan with { Export = job.Items[index].Plan.Export },
        RenderId = null,
        RenderedDraft = null,
        Export = null,
    };

    private static Job BeginVideo(Job job, int index) => job with
    {
        Item = index,
        Plan = job.Items[index].Plan,
        Stage = JobStage.Uploading,
        StateBefore = null,
        SessionId = null,
        CreditsBefore = null,
        RenderId = null,
        RenderedDraft = null,
        Uploaded = [],
        Reply = null,
        Suggestions = [],
        Changes = [],
        Export = null,
    };

    /// <returns>Whether the next one is worth a try.</returns>
    private async Task<bool> MakeOneAsync(RunningJob running, JobUploads uploads, Func<JobUploads, Task> make)
    {
        try
        {
            await make(uploads);
            End(running, JobState.Done, fault: null);
            return true;
        }
        catch (JobCancelledException cancelled)
        {
            // The render of this one was stopped, or the whole job is to stop.
            End(running, JobState.Cancelled, new JobFault("cancelled", cancelled.Message));
            await ThrowWhenAskedToStopAsync(running, CancellationToken.None);
            return true;
        }
        catch (JobUnclearException unclear)
        {
            // It may still be worked on, and the next one would begin in the middle of it.
            End(running, JobState.Unknown, new JobFault("outcome_unknown", unclear.Message));
            return false;
        }
        catch (Exception exception) when (JobFault.Of(exception) is { } fault && fault.Code != JobFault.LedgerUnwritable)
        {
            End(running, JobState.Failed, fault);
            return exception is not BackendException
            {
                Fault: BackendFault.TokenInvalid or BackendFault.SessionNotFound or BackendFault.OutOfCredits or BackendFault.BackendUnreachable,
            };
        }
    }

    private static void End(RunningJob running, JobState state, JobFault? fault)
    {
        var job = running.Job;
        var ended = job.Items[job.Item] with
        {
            State = state, Reply = job.MakesVideos ? job.Reply : null, Changes = job.MakesVideos ? job.Changes : [], RenderId = job.RenderId,
            RenderedDraft = job.RenderedDraft, Export = job.Export, ErrorCode = fault?.Code, Error = fault?.Message,
        };
        running.Job = job with { Items = [.. job.Items.Take(job.Item), ended, .. job.Items.Skip(job.Item + 1)] };
    }

    private async Task ThrowWhenAskedToStopAsync(RunningJob running, CancellationToken cancellationToken)
    {
        if (running.IsCancelWanted || await ledger.IsAskedToStopAsync(running.Job.Id, cancellationToken))
        {
            throw new JobCancelledException(JobCancelledException.WordsFor(running.Job));
        }
    }

    private static Job SkipRest(Job job, int from) => job with
    {
        Items = [.. job.Items.Take(from), .. job.Items.Skip(from).Select(item => item with { ErrorCode = "skipped", Error = Skipped })],
    };

    private async Task SaveAsync(RunningJob running, Job job, CancellationToken cancellationToken)
    {
        running.Job = job with { Progress = running.Latest.Percent };
        await ledger.SaveAsync(running.Job, cancellationToken);
    }
}
