using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

/// <summary>An event of the stream as a Google ADK server writes it. The studio emits this form;
/// the gateway reads every form that the protocol lists and therefore parses by hand.</summary>
public sealed record AgentEvent
{
    [JsonPropertyName("invocationId")]
    public required string InvocationId { get; init; }

    [JsonPropertyName("author")]
    public string Author { get; set; } = "nemo_agent";

    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    public required long Timestamp { get; init; }

    /// <summary>True on a piece of text that a later event repeats as a whole.</summary>
    [JsonPropertyName("partial")]
    public bool? Partial { get; init; }

    [JsonPropertyName("content")]
    public AgentContent? Content { get; init; }

    [JsonPropertyName("errorCode")]
    public string? ErrorCode { get; init; }

    [JsonPropertyName("errorMessage")]
    public string? ErrorMessage { get; init; }
}
