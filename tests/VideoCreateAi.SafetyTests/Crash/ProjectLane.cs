using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The long life of one data directory and its studio, in which projects are changed and each change is disturbed at
/// another of its operations on files.</summary>
/// <param name="disturb">Lets something happen at the n-th operation from now.</param>
internal sealed class ProjectLane(FreeStage stage, Action<FaultPage, uint> disturb)
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(90);

    private int _number;

    /// <summary>How often a call was disturbed.</summary>
    public int Disturbed { get; private set; }

    /// <summary>How the disturbed calls were answered.</summary>
    public List<string> Ends { get; } = [];

    /// <summary>From each start of a program, and from the death of a studio at the end, to an answer that needed it.</summary>
    public List<TimeSpan> Ready { get; } = [];

    /// <param name="times">How often it is disturbed, evenly over its operations.</param>
    /// <returns>How many operations it has.</returns>
    public async Task<uint> RunAsync(ProjectChange change, int times)
    {
        await stage.ProjectAsync();

        // The first of a kind also makes what is made once.
        await ChangeAsync(change, step: 0);
        var steps = await ChangeAsync(change, step: 0);
        for (var time = 0; time < times; time++)
        {
            await ChangeAsync(change, 1 + (uint)(time * (long)steps / times));
        }

        return steps;
    }

    /// <summary>What is left when both have ended and begun again.</summary>
    public async Task EndAsync()
    {
        await stage.EndStudioAsync();
        var begun = Stopwatch.GetTimestamp();
        Assert.Null((await stage.Program.CallAsync("get_credits", [])).Code);
        Ready.Add(Stopwatch.GetElapsedTime(begun));

        // A render whose submit the disk took in part is gone on with at the start.
        using var limit = new CancellationTokenSource(s_rest);
        while (stage.Rows("SELECT id FROM renders WHERE state IN ('queued', 'running')").Count > 0 && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        StudioLeftovers.AssertNone(stage);
        StudioLeftovers.AssertBooksAgree(stage);
    }

    /// <param name="step">0 = undisturbed.</param>
    /// <returns>How many operations there were.</returns>
    private async Task<uint> ChangeAsync(ProjectChange change, uint step)
    {
        var begun = await change.BeginAsync(stage, ++_number);
        var before = stage.Page.Count;
        if (step > 0)
        {
            disturb(stage.Page, step);
        }

        ToolReply? reply = null;
        try
        {
            reply = await stage.Program.CallAsync(change.Tool, begun.Arguments);
        }
        catch (ProgramGoneException)
        {
            Ready.Add(await stage.StartAsync());
        }

        var steps = stage.Page.Count - before;
        stage.Page.Disarm();
        if (step > 0 && stage.Page.Happened > 0)
        {
            Disturbed++;
            Ends.Add(reply is null ? "killed" : reply.Word("error_code") ?? reply.Code ?? reply.Status ?? "done");
        }

        try
        {
            Assert.True(step > 0 || ProjectChange.IsGood(reply), reply?.Text);
            await begun.EndAsync(reply);
        }
        catch (Exception fault) when (step > 0)
        {
            var at = string.Join("\n  ", stage.Page.From(before + step, 2));
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{change.Tool} {begun.Arguments.ToJsonString()} disturbed at\n  {at}\nanswered {reply?.Text}"), fault);
        }

        return steps;
    }
}
