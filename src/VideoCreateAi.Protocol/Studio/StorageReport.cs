using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>What takes space in the studio's data directory.</summary>
public sealed record StorageReport
{
    [JsonPropertyName("places")]
    public IReadOnlyList<StoragePlace> Places { get; set; } = [];

    [JsonPropertyName("projects")]
    public IReadOnlyList<StoredProject> Projects { get; set; } = [];
}
