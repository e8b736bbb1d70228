using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Auth;

/// <summary>Asks for a token that opens one project in a browser.</summary>
public sealed record ClaimRequest
{
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }
}
