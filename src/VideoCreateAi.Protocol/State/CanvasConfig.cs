using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.State;

public sealed record CanvasConfig
{
    [JsonPropertyName("width")]
    public int Width { get; init; }

    [JsonPropertyName("height")]
    public int Height { get; init; }

    /// <summary>Such as <c>9:16</c>.</summary>
    [JsonPropertyName("ratio")]
    public string? Ratio { get; init; }
}
