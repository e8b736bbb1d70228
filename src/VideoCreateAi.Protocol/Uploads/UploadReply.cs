using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Uploads;

public sealed record UploadReply
{
    /// <summary>The multipart field that carries a file. It may be repeated.</summary>
    public const string FieldName = "files";

    [JsonPropertyName("files")]
    public IReadOnlyList<UploadedFile> Files { get; set; } = [];

    [JsonPropertyName("session_state_applied")]
    public bool? SessionStateApplied { get; init; }
}
