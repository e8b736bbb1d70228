using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Sessions;

/// <summary>What a project is at the backend.</summary>
public sealed record BackendSession
{
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }
}
