using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Uploads;

/// <summary>An upload by address instead of by bytes: the backend fetches the files itself.</summary>
public sealed record UploadUrls
{
    [JsonPropertyName("urls")]
    public IReadOnlyList<string> Urls { get; set; } = [];

    [JsonPropertyName("source_type")]
    public string SourceType { get; set; } = "url";
}
