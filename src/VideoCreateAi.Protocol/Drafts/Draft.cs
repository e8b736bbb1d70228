using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

/// <summary>A timeline in the studio's wire form. Times are whole milliseconds.</summary>
public sealed record Draft
{
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Total length in ms.</summary>
    [JsonPropertyName("d")]
    public long Duration { get; init; }

    [JsonPropertyName("m")]
    public DraftMetadata Metadata { get; init; } = new();

    [JsonPropertyName("t")]
    public IReadOnlyList<DraftTrack> Tracks { get; init; } = [];

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
