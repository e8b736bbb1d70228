namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A job that this process works on.</summary>
internal sealed class RunningJob(Job job) : IProgress<JobProgress>
{
    private JobProgress _latest = JobProgress.Connecting with { Percent = job.Progress };

    public Job Job { get; set; } = job;

    public required CancellationTokenSource Stop { get; init; }

    /// <summary>Set before <see cref="Stop"/>, this tells a job that was cancelled from one whose process ends.</summary>
    public bool IsCancelWanted { get; set; }

    /// <summary>Ends when the job does; never faults.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public JobProgress Latest => Volatile.Read(ref _latest);

    public void Report(JobProgress value)
    {
        var before = Latest;
        Volatile.Write(ref _latest, value with { Percent = Math.Max(before.Percent, value.Percent) });
    }
}
