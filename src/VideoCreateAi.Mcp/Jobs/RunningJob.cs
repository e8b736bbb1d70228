namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A job that this process works on.</summary>
internal sealed class RunningJob : IProgress<JobProgress>
{
    private JobProgress _latest = JobProgress.Connecting;

    public required Job Job { get; set; }

    public required CancellationTokenSource Stop { get; init; }

    /// <summary>Ends when the job does; never faults.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public JobProgress Latest => Volatile.Read(ref _latest);

    /// <summary>True once the user has asked for the end, which tells it from the end of this process.</summary>
    public bool CancelRequested { get; set; }

    public void Report(JobProgress value)
    {
        var before = Latest;
        Volatile.Write(ref _latest, value with { Percent = Math.Max(before.Percent, value.Percent) });
    }
}
