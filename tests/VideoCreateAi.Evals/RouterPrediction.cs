namespace VideoCreateAi.Evals;

internal sealed record RouterPrediction
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Intents { get; init; }

    public required RouterArguments Args { get; init; }
}
