namespace VideoCreateAi.Studio.Library;

/// <summary>What lies beside a file as <c>media.json</c>, so that the folder alone is enough to know it again.</summary>
internal sealed record MediaSidecar
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Extension { get; init; }

    public required MediaKind Kind { get; init; }

    public required MediaInfo Info { get; init; }

    public required long Bytes { get; init; }

    public required string Hash { get; init; }
}
