using System.Text.Json.Serialization;

namespace VideoCreateAi.Studio.Library;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(MediaSidecar))]
internal sealed partial class MediaSidecarJson : JsonSerializerContext;
