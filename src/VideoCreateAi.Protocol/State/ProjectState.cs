using System.Text.Json;
using System.Text.Json.Serialization;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Protocol.State;

/// <summary>A project's state. The draft is opaque here: null, <c>{}</c> or absent means that there is no timeline yet.</summary>
public sealed record ProjectState
{
    [JsonPropertyName("draft")]
    public JsonElement? Draft { get; init; }

    [JsonPropertyName("video_infos")]
    public IReadOnlyList<UploadedFile> VideoInfos { get; set; } = [];

    [JsonPropertyName("canvas_config")]
    public CanvasConfig? CanvasConfig { get; init; }

    [JsonPropertyName("generated_media")]
    public IReadOnlyList<UploadedFile> GeneratedMedia { get; set; } = [];

    [JsonPropertyName("video_analyses")]
    public JsonElement? VideoAnalyses { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
