using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Uploads;

/// <summary>A file in a project, as the upload reply and the state's <c>video_infos</c> list it.</summary>
public sealed record UploadedFile
{
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>image, video or audio.</summary>
    [JsonPropertyName("file_type")]
    public string? FileType { get; init; }

    /// <summary>Where the backend keeps it. The studio gives <c>media:&lt;id&gt;</c>.</summary>
    [JsonPropertyName("cdn_url")]
    public string? CdnUrl { get; init; }

    /// <summary>Seconds; null for a still.</summary>
    [JsonPropertyName("duration")]
    public double? Duration { get; init; }

    /// <summary>Pixels as displayed: rotation by EXIF or display matrix is already applied.</summary>
    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    [JsonPropertyName("fps")]
    public double? Fps { get; init; }

    [JsonPropertyName("hash")]
    public string? Hash { get; init; }

    /// <summary>Bytes; not every backend says it.</summary>
    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
