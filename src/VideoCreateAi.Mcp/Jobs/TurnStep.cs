using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Sends one message, once, and finds out what came of it: by the words of the answer, and by comparing the timeline
/// with the one from before.</summary>
internal sealed class TurnStep(BackendClient backend, TimeProvider clock)
{
    private const double Begin = 20;
    private const double End = 35;
    private const int MostReads = 5;

    private static readonly TimeSpan s_firstRead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nextRead = TimeSpan.FromSeconds(60);

    public async Task RunAsync(
        RunningJob running, Project project, string message, RawDraft? before, CancellationToken cancellationToken)
    {
        running.Report(new JobProgress(Begin, "Editing…"));
        var outcome = await backend.RunTurnAsync(project.SessionId, message, new TurnVoice(running), cancellationToken);
        switch (outcome)
        {
            case TurnOutcome.Replied replied:
                await ConcludeAsync(running, project, replied.Text, before, cancellationToken);
                break;

            case TurnOutcome.Silent:
                await ConcludeAsync(running, project, "", before, cancellationToken);
                break;

            case TurnOutcome.Refused refused:
                throw refused.Error;

            default:
                running.Report(new JobProgress(Begin, "The connection was lost; looking whether the edit was made…"));
                await ReconcileAsync(running, project, cancellationToken);
                break;
        }
    }

    /// <summary>For a message whose end was not seen: reads the state until it has changed, and never sends again.</summary>
    public async Task ReconcileAsync(RunningJob running, Project project, CancellationToken cancellationToken)
    {
        for (var read = 0; read < MostReads; read++)
        {
            var draft = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
            if ((draft?.Digest ?? "") != running.Job.DraftBefore)
            {
                running.Job = running.Job with { Reply = "The connection was lost on the way, but the edit was made.", Changes = [Summary(draft)] };
                return;
            }

            // Our own studio has finished or dropped a turn by the time it answers a read.
            if (backend.Backend.Kind == BackendKind.Studio)
            {
                break;
            }

            await Task.Delay(read == 0 ? s_firstRead : s_nextRead, clock, cancellationToken);
        }

        throw new JobUnclearException(
            "The message was sent, the answer was lost and the timeline has not changed so far. It was not sent again. Call get_timeline later to see whether the edit arrived, or send the message again if it did not.");
    }

    private async Task ConcludeAsync(
        RunningJob running, Project project, string reply, RawDraft? before, CancellationToken cancellationToken)
    {
        var after = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
        var changes = TimelineDelta.Describe(Bytes(before), Bytes(after));
        running.Job = running.Job with
        {
            Reply = UntrustedText.Clean(Translate(reply)),
            Changes = [.. changes.Select(change => UntrustedText.Clean(change))],
        };
        running.Report(new JobProgress(End, "Timeline ready."));
    }

    private static string Translate(string reply)
    {
        var translator = new GuiTranslator();
        translator.Push(reply);
        return translator.Complete().Text;
    }

    private static ReadOnlySpan<byte> Bytes(RawDraft? draft) => draft is null ? default : draft.Utf8.Span;

    private static string Summary(RawDraft? draft) => draft is null ? "The timeline is empty." : TimelineSummary.Read(draft.Utf8.Span).ToString();

    /// <summary>Turns signs of life into words.</summary>
    private sealed class TurnVoice(RunningJob running) : IProgress<TurnProgress>
    {
        public void Report(TurnProgress value)
        {
            var words = value.Kind switch
            {
                TurnProgressKind.StillWorking => "⏳ Still working…",
                TurnProgressKind.ToolCalled => "Editing the timeline…",
                _ => null,
            };
            if (words is not null)
            {
                running.Report(new JobProgress(Begin, words));
            }
        }
    }
}
