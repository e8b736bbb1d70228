using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>What a cleaning has removed.</summary>
public sealed record StorageFreed
{
    [JsonPropertyName("places")]
    public IReadOnlyList<StoragePlace> Places { get; set; } = [];

    /// <summary>Projects that were asked for and stay.</summary>
    [JsonPropertyName("kept_sessions")]
    public IReadOnlyList<string> KeptSessions { get; set; } = [];
}
