using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record AgentFunctionResponse
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("response")]
    public JsonObject? Response { get; init; }
}
