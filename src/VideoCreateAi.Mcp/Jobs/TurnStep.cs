using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Sends one message, once, and finds out what came of it: by the words of the answer, and by comparing the timeline
/// with the one from before.</summary>
internal sealed class TurnStep(BackendClient backend, JobLedger ledger, TurnRecovery recovery, ReplyActions actions, TimeProvider clock)
{
    private const string NothingSaid =
        "The editor answered nothing, and nothing on the timeline has changed. It was not sent again; say it in other words, or look with get_timeline.";

    private const string FailedOnTheWay = "It also reported a failure on the way, so this may be a part of what was asked.";

    private const string NotRead = "The timeline could not be read afterwards; get_timeline shows what is on it.";

    private const string OnlyOffered = "Nothing on the timeline has changed; the editor only says what could be done next.";

    private const double Begin = 20;
    private const double End = 35;

    /// <param name="operations">Exact edits in place of the message's words; null = the message is read.</param>
    public async Task RunAsync(RunningJob running, Project project, string message, string? operations, CancellationToken cancellationToken)
    {
        var before = await PrepareAsync(running, project, cancellationToken);
        var outcome = await SendAsync(running, project, message, operations, before, cancellationToken);
        switch (outcome)
        {
            case TurnOutcome.Replied replied:
                await ConcludeAsync(
                    running, project, message, replied.WithFailure ? $"{replied.Text}\n{FailedOnTheWay}" : replied.Text, before, cancellationToken);
                break;

            case TurnOutcome.Silent silent when await IsToldByStateAsync(running, project, silent, cancellationToken):
                await ConcludeAsync(running, project, message, "", before, cancellationToken);
                break;

            case TurnOutcome.Refused refused:
                await RefuseAsync(running, project, refused, before, cancellationToken);
                break;

            default:
                running.Report(new JobProgress(Begin, "The connection was lost; looking whether the edit was made…"));
                await RecoverAsync(running, project, readAtOnce: false, cancellationToken);
                break;
        }
    }

    /// <summary>For a message that an earlier process sent, or that ended unclear.</summary>
    public Task ResumeAsync(RunningJob running, Project project, CancellationToken cancellationToken) =>
        RecoverAsync(running, project, readAtOnce: true, cancellationToken);

    /// <summary>Writes down what the message will be measured by. From here on it counts as sent.</summary>
    private async Task<ProjectSnapshot> PrepareAsync(RunningJob running, Project project, CancellationToken cancellationToken)
    {
        running.Report(new JobProgress(Begin, "Editing…"));
        var before = await backend.GetStateAsync(project.SessionId, cancellationToken);
        int? available = null;
        if (!backend.Backend.IsFree)
        {
            available = await AvailableAsync(cancellationToken);
            running.Report(new JobProgress(Begin, CreditWords.BeforeSpending(available)));
        }

        if (before.Draft is { } draft)
        {
            await ledger.KeepDraftAsync(running.Job.Id, draft.Utf8, cancellationToken);
        }

        var sending = running.Job with
        {
            Stage = JobStage.Editing, StateBefore = StateMark.Of(before), SessionId = project.SessionId, CreditsBefore = available, Progress = running.Latest.Percent,
        };
        await ledger.SaveAsync(sending, cancellationToken);
        running.Job = sending;
        return before;
    }

    private async Task<int?> AvailableAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await backend.GetCreditsAsync(cancellationToken)).Available;
        }
        catch (BackendException fault) when (fault.Fault is not BackendFault.TokenInvalid)
        {
            // The balance is for the record; the backend itself refuses what it cannot afford.
            return null;
        }
    }

    private async Task<TurnOutcome> SendAsync(
        RunningJob running, Project project, string message, string? operations, ProjectSnapshot before, CancellationToken cancellationToken)
    {
        var voice = new TurnVoice(running, Begin, backend, project, before, clock, cancellationToken);
        try
        {
            return await backend.RunTurnAsync(project.SessionId, message, operations, voice, cancellationToken);
        }
        finally
        {
            await voice.StopAsync();
        }
    }

    /// <summary>A silent end says nothing itself: the state has to. One that may be a cut counts only when something changed.</summary>
    private async Task<bool> IsToldByStateAsync(RunningJob running, Project project, TurnOutcome.Silent silent, CancellationToken cancellationToken) =>
        await TryStateAsync(project, cancellationToken) is { } after && (!silent.MayBeCut || StateMark.Of(after) != running.Job.StateBefore);

    /// <summary>The state after a message was sent: whatever goes wrong in reading it says nothing about the message.</summary>
    private async Task<ProjectSnapshot?> TryStateAsync(Project project, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.GetStateAsync(project.SessionId, cancellationToken);
        }
        catch (BackendException)
        {
            return null;
        }
    }

    private async Task ConcludeAsync(
        RunningJob running, Project project, string message, string reply, ProjectSnapshot before, CancellationToken cancellationToken)
    {
        var translated = Translate(reply);
        running.Job = running.Job with { Reply = UntrustedText.Clean(translated.Text) };
        if (await actions.FollowUpAsync(running, message, translated, cancellationToken) is { } followUp
            && await SendAsync(running, project, followUp, operations: null, before, cancellationToken) is TurnOutcome.Replied answer)
        {
            running.Job = running.Job with { Reply = UntrustedText.Clean($"{translated.Text}\n{Translate(answer.Text).Text}".Trim()) };
        }

        await FinishAsync(running, await TryStateAsync(project, cancellationToken), before.Draft?.Utf8, cancellationToken);
    }

    private static TranslatedReply Translate(string reply)
    {
        var translator = new GuiTranslator();
        translator.Push(reply);
        return translator.Complete();
    }

    private async Task RecoverAsync(RunningJob running, Project project, bool readAtOnce, CancellationToken cancellationToken)
    {
        var after = await recovery.FindAsync(running, project, readAtOnce, cancellationToken);
        running.Job = running.Job with { Reply = "The connection was lost on the way, but the edit was made." };
        await FinishAsync(running, after, await ledger.DraftBeforeAsync(running.Job.Id, cancellationToken), cancellationToken);
    }

    private async Task RefuseAsync(
        RunningJob running, Project project, TurnOutcome.Refused refused, ProjectSnapshot before, CancellationToken cancellationToken)
    {
        if (!refused.WorkMayHaveBegun)
        {
            throw refused.Error;
        }

        // With a refused token the next read would get a new one before the user has heard of it.
        var isOutOfReach = refused.Error.Fault is BackendFault.TokenInvalid or BackendFault.SessionNotFound;
        if (isOutOfReach || await TryStateAsync(project, cancellationToken) is not { } after)
        {
            throw new JobUnclearException(
                $"{refused.Error.Message} That came in the middle of the edit, so what was done of it, and what it cost, cannot be looked up now. It was not sent again.");
        }

        running.Job = running.Job with { Changes = Changes(before.Draft?.Utf8, after) };
        throw new ToolRefusedException(
            refused.Error.Fault.Code(),
            StateMark.Of(after) == running.Job.StateBefore
                ? $"{refused.Error.Message} The timeline is as it was."
                : $"{refused.Error.Message} That came in the middle of the edit: part of it was done, see what changed.");
    }

    private async Task FinishAsync(
        RunningJob running, ProjectSnapshot? after, ReadOnlyMemory<byte>? before, CancellationToken cancellationToken)
    {
        await TellChargeAsync(running, cancellationToken);
        if (after is null)
        {
            running.Job = running.Job with { Reply = $"{running.Job.Reply}\n{NotRead}".Trim() };
            running.Report(new JobProgress(End, "Edited."));
            return;
        }

        running.Job = running.Job with { Changes = Changes(before, after) };
        running.Step = NewHistoryStep.OfEdit(running.Job, before is { Length: > 0 } was ? new RawDraft(was) : RawDraft.Empty, after.Draft ?? RawDraft.Empty);
        if (!backend.Backend.IsFree && before is null && AutoAdded(after) is { } added)
        {
            running.Job = running.Job with { Reply = $"{running.Job.Reply}\n{added}".Trim() };
        }

        if (string.IsNullOrWhiteSpace(running.Job.Reply) && running.Job.Changes.Count == 0)
        {
            running.Job = running.Job with { Reply = running.Job.Suggestions.Count > 0 ? OnlyOffered : NothingSaid };
        }

        running.Report(new JobProgress(End, "Timeline ready."));
    }

    /// <summary>By the balance, which somebody else may top up meanwhile: a rise is no charge.</summary>
    private async Task TellChargeAsync(RunningJob running, CancellationToken cancellationToken)
    {
        if (running.Job.CreditsBefore is { } before && await AvailableAsync(cancellationToken) is { } left)
        {
            running.Job = running.Job with { Charged = (running.Job.Charged ?? 0) + Math.Max(0, before - left) };
        }
    }

    private static List<string> Changes(ReadOnlyMemory<byte>? before, ProjectSnapshot after) =>
        [.. TimelineDelta.Describe(before is { } was ? was.Span : default, after.Draft is { } now ? now.Utf8.Span : default).Select(change => UntrustedText.Clean(change))];

    /// <summary>A generation brings more than was asked for: it is named, so that the user can keep or strip it.</summary>
    private static string? AutoAdded(ProjectSnapshot after)
    {
        var tracks = after.Draft is { } draft
            ? TimelineSummary.Read(draft.Utf8.Span).Tracks.Skip(1).Where(track => track.SegmentCount > 0).Select(track => $"{track.Kind.ToLowerInvariant()} “{UntrustedText.Name(track.Name)}”").ToArray()
            : [];
        return tracks.Length == 0 ? null : $"Added along with it: {string.Join(", ", tracks)}. Say so if any of it should go.";
    }
}
