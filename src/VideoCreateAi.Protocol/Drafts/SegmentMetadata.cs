using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

/// <summary>The metadata of a segment on any kind of track. A key at its default is left out (null here);
/// which keys and defaults belong to which kind is the protocol's table.</summary>
public sealed record SegmentMetadata
{
    [JsonPropertyName("name")] public string? Name { get; init; }
    [JsonPropertyName("src")] public string? Source { get; init; }
    [JsonPropertyName("kind")] public string? Kind { get; init; }

    /// <summary>Source range used, ms.</summary>
    [JsonPropertyName("in")] public long? In { get; init; }
    [JsonPropertyName("out")] public long? Out { get; init; }

    [JsonPropertyName("speed")] public double? Speed { get; init; }
    [JsonPropertyName("reverse")] public bool? Reverse { get; init; }
    [JsonPropertyName("rotate")] public int? Rotate { get; init; }
    [JsonPropertyName("flip")] public string? Flip { get; init; }
    [JsonPropertyName("fit")] public string? Fit { get; init; }
    [JsonPropertyName("motion")] public string? Motion { get; init; }
    [JsonPropertyName("volume")] public double? Volume { get; init; }
    [JsonPropertyName("filter")] public string? Filter { get; init; }
    [JsonPropertyName("adjust")] public DraftAdjust? Adjust { get; init; }
    [JsonPropertyName("opacity")] public double? Opacity { get; init; }
    [JsonPropertyName("rect")] public IReadOnlyList<double>? Rect { get; init; }
    [JsonPropertyName("position")] public string? Position { get; init; }
    [JsonPropertyName("prompt")] public string? Prompt { get; init; }
    [JsonPropertyName("crop")] public IReadOnlyList<double>? Crop { get; init; }
    [JsonPropertyName("transition")] public DraftTransition? Transition { get; init; }

    [JsonPropertyName("fade_in")] public long? FadeIn { get; init; }
    [JsonPropertyName("fade_out")] public long? FadeOut { get; init; }
    [JsonPropertyName("duck")] public bool? Duck { get; init; }
    [JsonPropertyName("mood")] public string? Mood { get; init; }
    [JsonPropertyName("seed")] public long? Seed { get; init; }
    [JsonPropertyName("tempo")] public double? Tempo { get; init; }
    [JsonPropertyName("voice")] public string? Voice { get; init; }

    [JsonPropertyName("text")] public string? Text { get; init; }
    [JsonPropertyName("size")] public double? Size { get; init; }
    [JsonPropertyName("color")] public string? Color { get; init; }
    [JsonPropertyName("font")] public string? Font { get; init; }
    [JsonPropertyName("animation")] public string? Animation { get; init; }
    [JsonPropertyName("style")] public string? Style { get; init; }

    /// <summary>Word-timed captions: <c>[[start ms, end ms, "word"], …]</c>.</summary>
    [JsonPropertyName("words")] public JsonElement? Words { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
