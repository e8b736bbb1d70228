namespace VideoCreateAi.Evals;

internal sealed record DirectorAsset
{
    public required string Name { get; init; }

    /// <summary>image, video or audio.</summary>
    public required string Kind { get; init; }

    /// <summary>Seconds; null for a picture.</summary>
    public double? Duration { get; init; }
}
