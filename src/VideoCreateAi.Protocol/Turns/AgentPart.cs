using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

/// <summary>One part of an event: text, a thought, a tool call or a tool result.</summary>
public sealed record AgentPart
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>True on the model's inner words. They are never shown to anyone.</summary>
    [JsonPropertyName("thought")]
    public bool? Thought { get; init; }

    [JsonPropertyName("functionCall")]
    public AgentFunctionCall? FunctionCall { get; init; }

    [JsonPropertyName("functionResponse")]
    public AgentFunctionResponse? FunctionResponse { get; init; }
}
