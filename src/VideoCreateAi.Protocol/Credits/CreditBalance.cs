using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Credits;

/// <summary>The account's credits as the backend counts them.</summary>
public sealed record CreditBalance
{
    [JsonPropertyName("available")]
    public required int Available { get; init; }

    /// <summary>Reserved by work that is still running.</summary>
    [JsonPropertyName("frozen")]
    public int Frozen { get; init; }

    [JsonPropertyName("total")]
    public int? Total { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
