using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Renders;

/// <summary>The file that is asked for. Only <c>format</c> and <c>quality</c> are understood by every backend.</summary>
public sealed record RenderOutput
{
    /// <summary>mp4; the studio also takes mov, webm, gif, mp3 and wav (the sound alone), jpg and png (one picture).</summary>
    [JsonPropertyName("format")]
    public string Format { get; set; } = "mp4";

    /// <summary>high; the studio also takes draft, fast, good (= high) and best.</summary>
    [JsonPropertyName("quality")]
    public string Quality { get; set; } = "high";

    /// <summary>The short side, such as <c>1080p</c>.</summary>
    [JsonPropertyName("resolution")]
    public string? Resolution { get; init; }

    /// <summary>Frames per second, 1 to 60.</summary>
    [JsonPropertyName("fps")]
    public int? FramesPerSecond { get; init; }

    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    /// <summary>The most kilobits of picture in a second, for files that must stay small. Studio only.</summary>
    [JsonPropertyName("most_kilobits")]
    public int? MostKilobits { get; init; }

    /// <summary>Which moment a jpg or png shows; null = one that shows the video well. A time after the end shows the last frame. Studio only.</summary>
    [JsonPropertyName("at_ms")]
    public long? AtMilliseconds { get; init; }

    /// <summary>tiktok, reels, shorts, youtube, square or 4:5. Studio only.</summary>
    [JsonPropertyName("preset")]
    public string? Preset { get; init; }
}
