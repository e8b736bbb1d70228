using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Renders;

/// <summary>Starts an export. The id is chosen by the client and written down before it is sent, so that a lost
/// reply can be settled by asking for the id.</summary>
public sealed record RenderRequest
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>camelCase in this call only.</summary>
    [JsonPropertyName("sessionId")]
    public required string SessionId { get; init; }

    /// <summary>The draft exactly as the state gave it.</summary>
    [JsonPropertyName("draft")]
    public required JsonElement Draft { get; init; }

    [JsonPropertyName("output")]
    public RenderOutput Output { get; set; } = new();
}
