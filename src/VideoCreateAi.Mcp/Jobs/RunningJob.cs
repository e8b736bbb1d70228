namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A job that this process works on.</summary>
internal sealed class RunningJob(Job job) : IProgress<JobProgress>
{
    private (double Begin, double End, string? Words) _window = (0, 100, null);
    private JobProgress _latest = JobProgress.Connecting with { Percent = job.Progress };

    public Job Job { get; set; } = job;

    /// <summary>What it has made of the timeline, until that is written down.</summary>
    public NewHistoryStep? Step { get; set; }

    public required CancellationTokenSource Stop { get; init; }

    /// <summary>Set before <see cref="Stop"/>, this tells a job that was cancelled from one whose process ends.</summary>
    public bool IsCancelWanted { get; set; }

    /// <summary>Ends when the job does; never faults.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public JobProgress Latest => Volatile.Read(ref _latest);

    /// <summary>From here on what is reported is of one of several parts of equal length.</summary>
    /// <param name="words">Names the part, before what is said of it.</param>
    /// <param name="begin">Percent of the job at which the first of the parts begins.</param>
    public void Window(int index, int count, string words, double begin = 0)
    {
        var length = (100 - begin) / count;
        _window = (begin + (index * length), begin + ((index + 1) * length), words);
    }

    public void Report(JobProgress value)
    {
        var before = Latest;
        var (begin, end, words) = _window;
        var percent = begin + ((end - begin) * value.Percent / 100);
        var message = words is null ? value.Message : $"{words}: {value.Message}";
        Volatile.Write(ref _latest, new JobProgress(Math.Max(before.Percent, percent), message));
    }
}
