namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A line of a project's history.</summary>
/// <param name="Number">From 1 on, in the order in which they were made.</param>
/// <param name="Message">The user's message as one short line; of a step that is no edit, what it was.</param>
/// <param name="Restored">The step that this one brought back.</param>
/// <param name="Digest">Of the draft after the step.</param>
/// <param name="CanBeRestored">False when its draft was dropped to save space.</param>
/// <param name="Beside">For a chosen step, the digest of the backend's own draft at that moment.</param>
internal sealed record HistoryStep(
    int Number,
    HistoryStepKind Kind,
    DateTimeOffset Made,
    string Message,
    IReadOnlyList<string> Changes,
    int? Restored,
    string Digest,
    bool CanBeRestored,
    string? Beside);
