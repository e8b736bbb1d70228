using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A step that has been made and is to be written down with the row of its job.</summary>
/// <param name="Draft">After the step.</param>
/// <param name="Before">The backend's own before it; it becomes a step too where the history does not have it.</param>
internal sealed record NewHistoryStep(HistoryStepKind Kind, string Message, IReadOnlyList<string> Changes, RawDraft Draft, RawDraft Before)
{
    public int? Restored { get; init; }

    /// <summary>Null when the timeline is the same as before: then there is nothing to go back to.</summary>
    public static NewHistoryStep? OfEdit(Job job, RawDraft before, RawDraft after) => before.Digest == after.Digest
        ? null
        : new NewHistoryStep(HistoryStepKind.Edited, job.Plan.Message ?? "", job.Changes, after, before);
}
