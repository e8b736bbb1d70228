using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Files;

/// <summary>What is known of an unfinished export: written beside it, so that a later process can go on with it.
/// No token and no query of an address is in it.</summary>
internal sealed record PartMark
{
    public required string RenderId { get; init; }

    /// <summary>Digest of host and path that the bytes come from: a mark of a version means something only there.</summary>
    public string? Source { get; init; }

    public string? EntityTag { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>Bytes of the whole file; null = nobody said.</summary>
    public long? Size { get; init; }

    /// <summary>Bytes that are on the disk for sure. What the file holds beyond them is not used.</summary>
    public long Received { get; init; }

    /// <summary>The name that the finished file was about to get; null = it was not finished.</summary>
    public string? PublishedAs { get; init; }

    /// <summary>The finished file's length and time, which a rename keeps: they tell it from another one of that name.</summary>
    public long PublishedBytes { get; init; }

    public long PublishedTicks { get; init; }

    [JsonIgnore]
    public bool IsComplete => Received > 0 && Received == Size;
}
