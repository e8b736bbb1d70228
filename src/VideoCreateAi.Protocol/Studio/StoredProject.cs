using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>What one project takes.</summary>
public sealed record StoredProject
{
    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>The last edit, upload or export, in milliseconds since 1970.</summary>
    [JsonPropertyName("changed_ms")]
    public required long ChangedMilliseconds { get; init; }

    /// <summary>Would be free without it: media that no other project uses, and its finished renders.</summary>
    [JsonPropertyName("own_bytes")]
    public long OwnBytes { get; init; }

    /// <summary>Media that other projects use too.</summary>
    [JsonPropertyName("shared_bytes")]
    public long SharedBytes { get; init; }

    /// <summary>A render of it has not ended.</summary>
    [JsonPropertyName("busy")]
    public bool Busy { get; init; }
}
