using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

public sealed record TrackMetadata
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>main, overlay · music, voiceover, effect · title, caption.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
