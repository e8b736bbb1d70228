using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Owns the jobs of this process: begins them, waits for them, takes over those of processes that are gone.
/// A job outlives the call that began it; what is left when this process ends goes on at the next look.</summary>
internal sealed partial class JobRunner(
    JobLedger ledger, ProjectBook projects, ProjectHome home, JobWork work, IJobOwners owners, TimeProvider clock, ILogger<JobRunner> logger)
    : IAsyncDisposable
{
    private const int MostListed = 20;
    private const string Bug = "Something went wrong inside the server; its log says more. Nothing was sent to be edited. Try again, and report it if it stays so.";

    private const string SentAndLost =
        "The message was sent, and then this server failed before it could tell what came of it. It was not sent again. Call check_job with this job_id, or get_timeline, to see whether the edit arrived.";

    private const string SentAndStopped =
        "The message was just being sent when the job was cancelled, so it may have arrived. It was not sent again. Call check_job with this job_id, or get_timeline, to see whether the edit was made.";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_leastPause = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, RunningJob> _running = new();
    private readonly ConcurrentDictionary<string, Job> _unsaved = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _adoption = Task.CompletedTask;

    /// <summary>Writes the job down and begins it. The uploads' handles are the job's from here on.</summary>
    /// <param name="estimate">Credits.</param>
    /// <exception cref="LedgerConflictException">The same request runs already, or another edit of the project. Nothing was begun.</exception>
    public async Task<Job> BeginAsync(
        JobRequest request, Project project, string digest, string? key, int estimate, CancellationToken cancellationToken)
    {
        // A fresh key says that the caller means it: then an export that is there already is made again.
        JobPlan Meant(JobPlan plan) => key is not null && plan.Export is { } asked ? plan with { Export = asked with { Force = true } } : plan;
        var job = new Job
        {
            Id = "job_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            ProjectId = project.Id,
            Tool = request.Tool,
            Plan = Meant(request.Plan),
            Items = [.. request.Items.Select(item => item with { Plan = Meant(item.Plan) })],
            Request = digest,
            Key = key,
            Estimate = estimate,
            Owner = owners.Current,
            Created = clock.GetUtcNow(),
        };
        await ledger.AddAsync(job, cancellationToken);
        Launch(job, project, request.Uploads);
        return job;
    }

    /// <summary>Waits until the job ends or the time is up, telling how it goes.</summary>
    /// <returns>The job as it then is.</returns>
    public async Task<Job> WaitAsync(string jobId, TimeSpan wait, IProgress<JobProgress> progress, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var told = clock.GetTimestamp();
        var last = JobProgress.Connecting;
        while (true)
        {
            var (job, now) = await LookAsync(jobId, cancellationToken);
            if (job.State is not JobState.Running)
            {
                return job;
            }

            if (now != last && clock.GetElapsedTime(told) >= s_leastPause)
            {
                progress.Report(now);
                (last, told) = (now, clock.GetTimestamp());
            }

            if (clock.GetElapsedTime(begun) >= wait)
            {
                return job with { Progress = now.Percent };
            }

            await Task.Delay(s_look, clock, cancellationToken);
        }
    }

    /// <summary>Its end has been told: from now on a repeated call is a new one.</summary>
    public async Task ToldAsync(Job job, CancellationToken cancellationToken)
    {
        if (job.State is not JobState.Running)
        {
            await ledger.MarkDeliveredAsync(job.Id, cancellationToken);
        }
    }

    /// <summary>The job as it is now, without waiting. One that its process left goes on here.</summary>
    public async Task<Job> LookAtAsync(string jobId, CancellationToken cancellationToken) => (await LookAsync(jobId, cancellationToken)).Job;

    /// <summary>The job, where this process works on it.</summary>
    public RunningJob? Here(string jobId) => _running.TryGetValue(jobId, out var running) && !running.Completion.IsCompleted ? running : null;

    /// <summary>Jobs that run, are unclear, or ended untold; newest first.</summary>
    public async Task<IReadOnlyList<Job>> OpenJobsAsync(CancellationToken cancellationToken)
    {
        List<Job> jobs = [];
        foreach (var row in await ledger.OpenJobsAsync(MostListed, cancellationToken))
        {
            // An unclear one is looked up when it is asked for by its id: twenty of them would hold up a list for minutes.
            var (job, progress) = row.State == JobState.Running
                ? await LookAsync(row.Id, cancellationToken)
                : (row, new JobProgress(row.Progress, ""));
            jobs.Add(job with { Progress = progress.Percent });
        }

        return jobs;
    }

    /// <summary>Takes over what processes that are gone left behind, without holding up the start.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _adoption = AdoptAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    /// <summary>Lets go of everything. The rows stay as they are: the next process goes on from them.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        foreach (var running in _running.Values)
        {
            await running.Stop.CancelAsync();
        }

        var all = Task.WhenAll([_adoption, .. _running.Values.Select(running => running.Completion)]);
        await Task.WhenAny(all, Task.Delay(s_stopLimit, clock, CancellationToken.None));
    }

    /// <summary>As <see cref="StopAsync"/>, before what it works with is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            foreach (var job in await ledger.RunningJobsAsync(cancellationToken))
            {
                if (!owners.IsAlive(job.Owner))
                {
                    await LookAsync(job.Id, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            // Nobody waits for this: whoever asks for such a job takes it over then, and hears what is wrong.
            LogNotAdopted(exception);
        }
    }

    /// <summary>The job as it is now; one whose process is gone is taken over and goes on here.</summary>
    private async Task<(Job Job, JobProgress Progress)> LookAsync(string jobId, CancellationToken cancellationToken)
    {
        if (Here(jobId) is { } running)
        {
            return (running.Job with { State = JobState.Running }, running.Latest);
        }

        if (_unsaved.TryGetValue(jobId, out var ended))
        {
            await TrySaveAsync(ended);
            return (ended, new JobProgress(ended.Progress, ""));
        }

        var job = await ledger.FindAsync(jobId, cancellationToken) ?? throw new ToolRefusedException(
            "job_not_found", "There is no job with that job_id. Call check_job without one for the jobs that exist.");
        if (job.State is JobState.Running or JobState.Unknown
            && owners.TakesOver
            && await projects.FindAsync(job.ProjectId, cancellationToken) is { } project

            // A job of another backend or account waits for a server that has it.
            && project.Backend == home.BackendKey
            && await GoesOnAsync(job, project, cancellationToken)
            && await ledger.TakeOverAsync(job, owners.Current, cancellationToken))
        {
            LogTakenOver(job.Id, job.State);
            var taken = Launch(job with { Owner = owners.Current, State = JobState.Running }, project, JobUploads.None);
            return (taken.Job, taken.Latest);
        }

        // Asking about an unclear job takes a while: another look may have gone on with it meanwhile, and even ended it.
        return job.State == JobState.Unknown && await ledger.FindAsync(jobId, cancellationToken) is { State: not JobState.Unknown }
            ? await LookAsync(jobId, cancellationToken)
            : (job, new JobProgress(job.Progress, "Running in another window…"));
    }

    /// <summary>Whether there is something to do for a job that nobody works on: its process is gone, or its outcome was
    /// unclear and can be told now.</summary>
    private async Task<bool> GoesOnAsync(Job job, Project project, CancellationToken cancellationToken) => job.State switch
    {
        JobState.Running => !owners.IsAlive(job.Owner),
        JobState.Unknown => await work.IsClearNowAsync(job, project, cancellationToken),
        _ => false,
    };

    private RunningJob Launch(Job job, Project project, JobUploads uploads)
    {
        var running = new RunningJob(job) { Stop = new CancellationTokenSource() };
        _running[job.Id] = running;
        running.Completion = RunAsync(running, project, uploads);
        return running;
    }

    private async Task RunAsync(RunningJob running, Project project, JobUploads uploads)
    {
        // The caller goes on at once: nothing below may run on its time.
        await Task.Yield();
        try
        {
            using (uploads)
            {
                await work.RunAsync(running, project, uploads, running.Stop.Token);
            }

            await EndAsync(running.Job with { State = JobState.Done });
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested && running.IsCancelWanted && !_stopping.IsCancellationRequested)
        {
            // The message may have left in the very moment of the cancelling.
            await EndAsync(running.Job.MayHaveBeenSent
                ? running.Job with { State = JobState.Unknown, ErrorCode = "outcome_unknown", Error = SentAndStopped }
                : running.Job with { State = JobState.Cancelled, ErrorCode = "cancelled", Error = JobCancelledException.WordsFor(running.Job) });
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested)
        {
            // This process ends and the job does not: its row tells the next one where it stood.
        }
        catch (JobTakenException)
        {
            // Another process has it now and will tell how it ends.
            LogTaken(running.Job.Id);
        }
        catch (JobUnclearException unclear)
        {
            await EndAsync(running.Job with { State = JobState.Unknown, ErrorCode = "outcome_unknown", Error = unclear.Message });
        }
        catch (JobCancelledException cancelled)
        {
            await EndAsync(running.Job with { State = JobState.Cancelled, ErrorCode = "cancelled", Error = cancelled.Message });
        }
        catch (Exception exception) when (_stopping.IsCancellationRequested && JobFault.Of(exception) is null)
        {
            // On a busy machine the process takes apart what the job works with before it has let go: no end of the job.
            LogLeft(running.Job.Id, exception);
        }
        catch (LedgerUnwritableException exception) when (running.Job is { Items.Count: 0, Stage: JobStage.Ended } or { Items.Count: 0, Export: not null })
        {
            // All of it was done and only its row not taken: told as failed it would be done, and paid, once more.
            LogNotSaved(running.Job.Id, exception);
            await EndAsync(running.Job with { State = JobState.Done });
        }
        catch (Exception exception)
        {
            // The boundary of a job: whatever happened is told to whoever asks, a bug without its insides.
            var fault = JobFault.Of(exception, running.Job);
            LogFailed(running.Job.Id, fault?.Code ?? "internal_error", exception);
            await EndAsync(running.Job.MayHaveBeenSent && fault is null or { Code: JobFault.LedgerUnwritable }
                ? running.Job with { State = JobState.Unknown, ErrorCode = fault?.Code ?? "internal_error", Error = SentAndLost }
                : running.Job with { State = JobState.Failed, ErrorCode = fault?.Code ?? "internal_error", Error = fault?.Message ?? Bug });
            await ForgetSessionAsync(exception, project);
        }
        finally
        {
            // Only itself: a job that ended unclear may have been begun again by now.
            _running.TryRemove(KeyValuePair.Create(running.Job.Id, running));
        }
    }

    private async Task EndAsync(Job ended)
    {
        var told = ended.State == JobState.Done ? ended with { Stage = JobStage.Ended, Progress = 100, ErrorCode = null, Error = null } : ended;

        // Until the disk takes it, this process tells it from memory: an end must not be lost with the space for a row.
        _unsaved[told.Id] = told;
        await TrySaveAsync(told);
    }

    private async Task TrySaveAsync(Job ended)
    {
        try
        {
            await ledger.SaveAsync(ended, CancellationToken.None);
            if (ended.State is not JobState.Unknown)
            {
                await ledger.ForgetDraftAsync(ended.Id, CancellationToken.None);
            }

            _unsaved.TryRemove(ended.Id, out _);
        }
        catch (JobTakenException)
        {
            _unsaved.TryRemove(ended.Id, out _);
            LogTaken(ended.Id);
        }
        catch (Exception exception)
        {
            // Tried again at every look.
            LogNotSaved(ended.Id, exception);
        }
    }

    /// <summary>A session that the backend no longer knows is not asked for again: the next call begins a new one.</summary>
    private async Task ForgetSessionAsync(Exception exception, Project project)
    {
        if (exception is BackendException { Fault: BackendFault.SessionNotFound })
        {
            await home.ForgetSessionAsync(project, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} was left to the next process.")]
    private partial void LogLeft(string jobId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} belongs to another process now.")]
    private partial void LogTaken(string jobId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of job {JobId} could not be written down.")]
    private partial void LogNotSaved(string jobId, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} was left {State}; it goes on here.")]
    private partial void LogTakenOver(string jobId, JobState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs that were left behind could not be taken over at the start.")]
    private partial void LogNotAdopted(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} failed: {Code}.")]
    private partial void LogFailed(string jobId, string code, Exception exception);
}
