namespace VideoCreateAi.Evals;

internal sealed record RouterArguments
{
    public IReadOnlyList<string>? Paths { get; init; }

    public IReadOnlyList<string>? Urls { get; init; }

    public string? Format { get; init; }

    public string? Resolution { get; init; }

    public string? Aspect { get; init; }
}
