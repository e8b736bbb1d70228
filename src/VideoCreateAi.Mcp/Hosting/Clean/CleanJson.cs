using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting.Clean;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CleanReport))]
internal sealed partial class CleanJson : JsonSerializerContext;
