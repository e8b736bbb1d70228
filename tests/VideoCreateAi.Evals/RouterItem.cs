namespace VideoCreateAi.Evals;

internal sealed record RouterItem
{
    public required string Id { get; init; }

    public required string Text { get; init; }
}
