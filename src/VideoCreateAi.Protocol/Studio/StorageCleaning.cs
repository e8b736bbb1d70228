using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>What is to be removed.</summary>
public sealed record StorageCleaning
{
    /// <summary>All that is made again when it is needed.</summary>
    [JsonPropertyName("cache")]
    public bool Cache { get; init; }

    /// <summary>Media that no project uses.</summary>
    [JsonPropertyName("media")]
    public bool Media { get; init; }

    /// <summary>Projects, each unless a render of it runs or it changed after <see cref="UnchangedSinceMilliseconds"/>.</summary>
    [JsonPropertyName("sessions")]
    public IReadOnlyList<string> Sessions { get; set; } = [];

    /// <summary>Milliseconds since 1970.</summary>
    [JsonPropertyName("unchanged_since_ms")]
    public long UnchangedSinceMilliseconds { get; init; }
}
