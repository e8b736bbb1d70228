using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

public sealed record DraftSegment
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Start on the timeline, ms.</summary>
    [JsonPropertyName("s")]
    public long Start { get; init; }

    /// <summary>Length on the timeline, ms, transition included.</summary>
    [JsonPropertyName("d")]
    public long Duration { get; init; }

    [JsonPropertyName("m")]
    public SegmentMetadata Metadata { get; set; } = new();

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
