using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

/// <summary>A timeline in the studio's wire form. Times are whole milliseconds.</summary>
public sealed record Draft
{
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int Version { get; set; } = CurrentVersion;

    /// <summary>Total length in ms.</summary>
    [JsonPropertyName("d")]
    public long Duration { get; init; }

    [JsonPropertyName("m")]
    public DraftMetadata Metadata { get; set; } = new();

    [JsonPropertyName("t")]
    public IReadOnlyList<DraftTrack> Tracks { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
