using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a project's video is now: the backend's timeline, or the step that was chosen beside it.</summary>
internal sealed class CurrentDraft(BackendClient backend, ProjectHistory history)
{
    public const string Damaged = "step_damaged";

    /// <exception cref="ToolRefusedException">The chosen step can no longer be read.</exception>
    public async Task<ShownDraft> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        return await ShownAsync(project, await ReadOwnAsync(project, cancellationToken), cancellationToken);
    }

    /// <summary>As <see cref="ReadAsync"/>, of a state that was read already.</summary>
    public Task<ShownDraft> OfAsync(Project project, ProjectSnapshot state, CancellationToken cancellationToken) =>
        ShownAsync(project, Own(state), cancellationToken);

    /// <summary>The backend's timeline, whatever was chosen beside it.</summary>
    public async Task<ShownDraft> ReadOwnAsync(Project project, CancellationToken cancellationToken) =>
        Own(await backend.GetStateAsync(project.SessionId, cancellationToken));

    private static ShownDraft Own(ProjectSnapshot state)
    {
        var own = state.Draft ?? RawDraft.Empty;
        return new ShownDraft(own, own, Step: null);
    }

    private async Task<ShownDraft> ShownAsync(Project project, ShownDraft shown, CancellationToken cancellationToken)
    {
        if (await history.ChosenAsync(project.Id, shown.Own, cancellationToken) is not { } chosen)
        {
            return shown;
        }

        var draft = await history.DraftAsync(project.Id, chosen.Number, cancellationToken) ?? throw new ToolRefusedException(
            Damaged,
            $"Step {chosen.Restored} was chosen for this project, and its timeline can no longer be read from the disk. Restore another step, or edit the video: then the editor's own timeline counts again.");
        return shown with { Draft = draft, Step = chosen.Restored };
    }
}
