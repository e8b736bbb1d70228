using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

/// <summary>The way into a segment from the one before. The two overlap by exactly its length.</summary>
public sealed record DraftTransition
{
    [JsonPropertyName("kind")] public string Kind { get; set; } = "fade";

    /// <summary>ms.</summary>
    [JsonPropertyName("d")] public long Duration { get; init; }
}
