using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>Where the studio keeps a file of a project, for other programs on this machine.</summary>
public sealed record MediaPlace
{
    /// <summary>As the draft's <c>src</c> names it.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The full path.</summary>
    [JsonPropertyName("path")]
    public required string Path { get; init; }

    [JsonPropertyName("has_sound")]
    public bool HasSound { get; init; }
}
