using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

public sealed record DraftTrack
{
    public const int Video = 0;
    public const int Audio = 1;
    public const int Text = 7;

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("tt")]
    public int Type { get; init; }

    [JsonPropertyName("m")]
    public TrackMetadata Metadata { get; set; } = new();

    [JsonPropertyName("sg")]
    public IReadOnlyList<DraftSegment> Segments { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
