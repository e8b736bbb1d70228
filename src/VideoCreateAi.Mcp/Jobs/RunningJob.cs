using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A job that this process works on.</summary>
internal sealed class RunningJob(Job job) : IProgress<JobProgress>
{
    private (int Index, int Count) _window = (0, 1);
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
    public void Window(int index, int count) => _window = (index, count);

    public void Report(JobProgress value)
    {
        var before = Latest;
        var (index, count) = _window;
        var percent = (index * 100 + value.Percent) / count;
        var message = count == 1 ? value.Message : string.Create(CultureInfo.InvariantCulture, $"Video {index + 1} of {count}: {value.Message}");
        Volatile.Write(ref _latest, new JobProgress(Math.Max(before.Percent, percent), message));
    }
}
