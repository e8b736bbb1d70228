using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record AgentFunctionCall
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("args")]
    public JsonObject? Args { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }
}
