using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.State;

public sealed record StateReply
{
    [JsonPropertyName("session_id")]
    public string? SessionId { get; init; }

    [JsonPropertyName("task_id")]
    public string? TaskId { get; init; }

    [JsonPropertyName("task_name")]
    public string? TaskName { get; init; }

    [JsonPropertyName("state")]
    public ProjectState? State { get; init; }
}
