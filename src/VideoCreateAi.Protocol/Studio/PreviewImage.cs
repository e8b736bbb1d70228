using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>A small picture of a timeline or of a finished file.</summary>
public sealed record PreviewImage
{
    [JsonPropertyName("jpeg")]
    public required byte[] Jpeg { get; init; }

    [JsonPropertyName("width")]
    public required int Width { get; init; }

    [JsonPropertyName("height")]
    public required int Height { get; init; }

    /// <summary>The time of each frame that is shown, in order.</summary>
    [JsonPropertyName("times_ms")]
    public IReadOnlyList<long> TimesMilliseconds { get; set; } = [];

    [JsonPropertyName("duration_ms")]
    public long DurationMilliseconds { get; init; }

    /// <summary>Shots on the main track.</summary>
    [JsonPropertyName("shots")]
    public int Shots { get; init; }

    /// <summary>How many of them the picture shows.</summary>
    [JsonPropertyName("shots_shown")]
    public int ShotsShown { get; init; }

    /// <summary>Names of the media that could not be read; their place is a grey field with the name.</summary>
    [JsonPropertyName("missing")]
    public IReadOnlyList<string> Missing { get; set; } = [];
}
