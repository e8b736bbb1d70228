using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>Where all files of a project lie. Told on the socket alone.</summary>
public sealed record MediaPlaces
{
    [JsonPropertyName("media")]
    public IReadOnlyList<MediaPlace> Media { get; set; } = [];
}
