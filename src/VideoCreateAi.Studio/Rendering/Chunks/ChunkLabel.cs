using System.Text.Json.Serialization;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>What is kept beside an encoded chunk: enough to know that it is whole.</summary>
internal sealed record ChunkLabel
{
    [JsonPropertyName("sha256")]
    public required string Hash { get; init; }

    [JsonPropertyName("notes")]
    public required IReadOnlyList<string> Notes { get; init; }
}
