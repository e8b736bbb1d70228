using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>What the studio's socket answers first, so that a client of another version knows what to do.</summary>
public sealed record StudioVersion
{
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The format of the data directory. A client refuses a newer one than it knows.</summary>
    [JsonPropertyName("data_format")]
    public required int DataFormat { get; init; }

    [JsonPropertyName("pid")]
    public required int ProcessId { get; init; }

    /// <summary>True once it takes no new work and ends when its jobs have.</summary>
    [JsonPropertyName("draining")]
    public bool Draining { get; init; }
}
