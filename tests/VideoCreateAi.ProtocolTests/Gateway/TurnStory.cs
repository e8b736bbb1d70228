using System.Globalization;
using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>A turn as its caller lived through it, as text: the outcome, and the progress before it.</summary>
internal sealed class TurnStory : IProgress<TurnProgress>
{
    private readonly StringBuilder _progress = new();

    public static async Task<string> OfAsync(BackendClient client)
    {
        var story = new TurnStory();
        var outcome = await client.RunTurnAsync("s1", "add a title", story, default);
        return $"{Words(outcome)}\n{Words(outcome.Tally)}\n{story._progress}";
    }

    public static string Words(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.Replied replied => $"replied{(replied.WithFailure ? " with failure" : "")}: {replied.Text}",
        TurnOutcome.Silent silent => silent.Announced.Length == 0 ? "silent" : $"silent after: {silent.Announced}",
        TurnOutcome.Lost lost => $"lost ({lost.Loss}): {lost.TextSoFar}",
        TurnOutcome.Refused refused => $"refused ({refused.Error.Fault.Code()}{(refused.WorkMayHaveBegun ? ", work may have begun" : "")}): {refused.TextSoFar}",
        _ => throw new InvalidOperationException(),
    };

    public void Report(TurnProgress value) =>
        _progress.Append($"{value.Kind} {value.Tool}{value.Text}".TrimEnd()).Append('\n');

    private static string Words(TurnTally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Events} events, {tally.Heartbeats} heartbeats, {tally.Unknown} unknown, {tally.Unreadable} unreadable, tools: {string.Join(", ", tally.Tools)}");
}
