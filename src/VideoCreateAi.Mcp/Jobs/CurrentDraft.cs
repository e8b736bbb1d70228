using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a project's video is now: the backend's timeline, or the step that was chosen beside it.</summary>
internal sealed class CurrentDraft(BackendClient backend, ProjectHistory history)
{
    public async Task<ShownDraft> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        var own = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft ?? RawDraft.Empty;
        if (await history.ChosenAsync(project.Id, own, cancellationToken) is not { } chosen)
        {
            return new ShownDraft(own, own, Step: null);
        }

        var draft = await history.DraftAsync(project.Id, chosen.Number, cancellationToken) ?? throw new ToolRefusedException(
            "step_damaged",
            $"Step {chosen.Restored} was chosen for this project, and its timeline can no longer be read from the disk. Restore another step, or edit the video: then the editor's own timeline counts again.");
        return new ShownDraft(draft, own, chosen.Restored);
    }
}
