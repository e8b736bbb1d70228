using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Drafts;

/// <summary>Picture adjustments, −1 to 1 each; 0 or absent leaves the picture as it is.</summary>
public sealed record DraftAdjust
{
    [JsonPropertyName("brightness")] public double? Brightness { get; init; }
    [JsonPropertyName("contrast")] public double? Contrast { get; init; }
    [JsonPropertyName("saturation")] public double? Saturation { get; init; }
}
