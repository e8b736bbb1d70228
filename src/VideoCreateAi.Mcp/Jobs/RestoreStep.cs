using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Goes to a step of the history: on the studio by giving it the older timeline back, elsewhere by choosing that one for
/// export, since the protocol has no way to hand a timeline over. Doing it again changes nothing.</summary>
internal sealed class RestoreStep(BackendClient backend, CurrentDraft current, ProjectHistory history)
{
    public const string NothingChanged = "The project is at that step already, so nothing changed.";

    public async Task RunAsync(RunningJob running, Project project, int number, CancellationToken cancellationToken)
    {
        running.Report(running.Latest with { Message = "Going to the step…" });
        var draft = await WantedAsync(project, number, cancellationToken);
        var shown = await ShownAsync(project, cancellationToken);
        var isThere = shown.Draft.Digest == draft.Digest;
        var newest = (await history.ListAsync(project.Id, 1, cancellationToken))[0];
        if (isThere && newest.Digest == draft.Digest)
        {
            running.Job = running.Job with { Reply = NothingChanged };
            return;
        }

        // It is there and not written down: an earlier process died in between, or "undo" led there unseen.
        var before = isThere ? await history.DraftAsync(project.Id, newest.Number, cancellationToken) ?? RawDraft.Empty : shown.Draft;
        var isStudio = backend.Backend.Kind == BackendKind.Studio;
        if (isStudio && !isThere)
        {
            await backend.RestoreDraftAsync(project.SessionId, draft, cancellationToken);

            // What the studio made of it is what a later step is measured by.
            draft = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft ?? RawDraft.Empty;
        }
        else if (draft.IsEmpty)
        {
            throw new ToolRefusedException("step_empty", $"Nothing was on the timeline at step {number}, so there is nothing to export. Choose another step of get_history.");
        }

        string[] changes = [.. TimelineDelta.Describe(before.Utf8.Span, draft.Utf8.Span).Select(change => UntrustedText.Clean(change))];
        running.Job = running.Job with { Changes = changes, Reply = isStudio ? OnBackend(number) : Beside(number, draft.Digest == shown.Own.Digest) };
        running.Step = new NewHistoryStep(
            isStudio ? HistoryStepKind.Restored : HistoryStepKind.Chosen, $"restored step {number}", changes, draft, shown.Own) { Restored = number };
    }

    private async Task<RawDraft> WantedAsync(Project project, int number, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(project.Id, number, cancellationToken) is not { } step)
        {
            throw new ToolRefusedException(
                "step_not_found",
                await history.ListAsync(project.Id, 1, cancellationToken) is [var newest]
                    ? $"There is no step {number} in this project; the newest is {newest.Number}. Call get_history for the steps."
                    : "This project has no steps yet: each edit becomes one. Nothing was changed.");
        }

        if (!step.CanBeRestored)
        {
            throw new ToolRefusedException(
                "step_dropped", $"Step {number} can no longer be restored: its timeline was dropped to save space. Nothing was changed. Call get_history for those that can.");
        }

        return await history.DraftAsync(project.Id, number, cancellationToken) ?? throw new ToolRefusedException(
            CurrentDraft.Damaged, $"Step {number} cannot be restored: its timeline can no longer be read from the disk. Nothing was changed. Choose another step of get_history.");
    }

    /// <summary>A choice that cannot be read any more must not keep from making another one.</summary>
    private async Task<ShownDraft> ShownAsync(Project project, CancellationToken cancellationToken)
    {
        try
        {
            return await current.ReadAsync(project, cancellationToken);
        }
        catch (ToolRefusedException damaged) when (damaged.Code == CurrentDraft.Damaged)
        {
            // What is empty is like no step that can be chosen, so the new one counts as a change.
            return (await current.ReadOwnAsync(project, cancellationToken)) with { Draft = RawDraft.Empty };
        }
    }

    private static string OnBackend(int number) =>
        $"Step {number} was restored: it is the project's timeline again, and edit_video goes on from it. To take this back, restore another step or say \"undo\".";

    private string Beside(int number, bool isOwn) => isOwn
        ? $"Step {number} was restored: it is the editor's own timeline, which export_video exports again and edit_video goes on from."
        : $"Step {number} was restored for export: export_video exports it from now on. {backend.Backend.Name[..1].ToUpperInvariant()}{backend.Backend.Name[1..]} cannot take an older timeline back, so its own is unchanged: the next edit_video works on that one, and after it export_video exports that one again.";
}
