using Spectre.Console;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>One bar with the words of the step that it is at. It is gone when the work is.</summary>
internal sealed class BarVoice(IAnsiConsole console) : IMakeVoice
{
    private const int LongestWords = 60;

    public Task<Job> TellAsync(Func<IProgress<JobProgress>, Task<Job>> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(progress => work(new Bar(progress.AddTask(Words(JobProgress.Connecting)))));

    // The description is read as markup.
    private static string Words(JobProgress value) => Markup.Escape(ShellText.Line(value.Message, LongestWords));

    private sealed class Bar(ProgressTask task) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            task.Value = value.Percent;
            task.Description = Words(value);
        }
    }
}
