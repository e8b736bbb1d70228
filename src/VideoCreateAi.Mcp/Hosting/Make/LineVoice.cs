using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>A line for every new step and now and then one in between: for logs and for terminals that cannot draw.</summary>
internal sealed class LineVoice(TextWriter output, TimeProvider clock) : IMakeVoice, IProgress<JobProgress>
{
    private static readonly TimeSpan s_leastBetween = TimeSpan.FromSeconds(5);

    private string _step = "";
    private long _told;

    public Task<Job> TellAsync(Func<IProgress<JobProgress>, Task<Job>> work) => work(this);

    public void Report(JobProgress value)
    {
        var line = ShellText.Line(value.Message);
        var step = StepOf(line);
        if (step == _step && clock.GetElapsedTime(_told) < s_leastBetween)
        {
            return;
        }

        (_step, _told) = (step, clock.GetTimestamp());
        output.WriteLine(line);
    }

    /// <summary>The words before the numbers that change.</summary>
    private static string StepOf(string line)
    {
        var end = line.IndexOf(" %", StringComparison.Ordinal);
        if (end < 0)
        {
            return line;
        }

        while (end > 0 && (char.IsAsciiDigit(line[end - 1]) || line[end - 1] is ' ' or ','))
        {
            end--;
        }

        return line[..end];
    }
}
