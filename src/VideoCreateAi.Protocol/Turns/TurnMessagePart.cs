using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record TurnMessagePart
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }
}
