namespace VideoCreateAi.Evals;

internal sealed record GuiPrediction
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required string Text { get; init; }

    /// <summary>No scorer reads it; it is there to be looked at.</summary>
    public string? HandEdit { get; init; }
}
