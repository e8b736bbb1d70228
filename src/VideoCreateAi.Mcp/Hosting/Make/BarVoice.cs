using Spectre.Console;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>One bar with the words of the step that it is at. It is gone when the work is.</summary>
internal sealed class BarVoice(IAnsiConsole console) : IMakeVoice
{
    private const int BarWidth = 24;

    // The spinner and the gaps between the columns.
    private const int Beside = 6;
    private const int FewestWords = 20;

    private readonly int _longest = Math.Max(FewestWords, console.Profile.Width - BarWidth - Beside);

    public Task<Job> TellAsync(Func<IProgress<JobProgress>, Task<Job>> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = BarWidth }, new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(progress => work(new Bar(progress.AddTask(Words(JobProgress.Connecting, _longest)), _longest)));

    // The description is read as markup.
    private static string Words(JobProgress value, int longest) => Markup.Escape(ShellText.Line(value.Message, longest));

    private sealed class Bar(ProgressTask task, int longest) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            task.Value = value.Percent;
            task.Description = Words(value, longest);
        }
    }
}
