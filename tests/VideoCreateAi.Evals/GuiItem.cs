namespace VideoCreateAi.Evals;

internal sealed record GuiItem
{
    public required string Id { get; init; }

    public required string BackendText { get; init; }

    /// <summary>The same text as it streams in; null or empty = it comes whole.</summary>
    public IReadOnlyList<string>? Chunks { get; init; }
}
