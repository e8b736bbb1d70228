namespace VideoCreateAi.Evals;

internal sealed record DirectorItem
{
    public required string Id { get; init; }

    public IReadOnlyList<DirectorAsset> Assets { get; init; } = [];

    /// <summary>Messages that were sent before.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    public required string Text { get; init; }
}
