using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record TurnMessage
{
    [JsonPropertyName("parts")]
    public IReadOnlyList<TurnMessagePart> Parts { get; set; } = [];
}
