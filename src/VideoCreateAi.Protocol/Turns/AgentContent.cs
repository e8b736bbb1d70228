using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record AgentContent
{
    [JsonPropertyName("role")]
    public string Role { get; set; } = "model";

    [JsonPropertyName("parts")]
    public IReadOnlyList<AgentPart> Parts { get; set; } = [];
}
