using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

public sealed record DraftMetadata
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    [JsonPropertyName("fps")]
    public int? Fps { get; init; }

    /// <summary><c>#RRGGBB</c>.</summary>
    [JsonPropertyName("background")]
    public string? Background { get; init; }

    /// <summary>Fade from the background at the head, ms.</summary>
    [JsonPropertyName("fade_in")]
    public long? FadeIn { get; init; }

    /// <summary>Fade to the background at the tail, ms.</summary>
    [JsonPropertyName("fade_out")]
    public long? FadeOut { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
