using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Files;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PartMark))]
internal sealed partial class PartMarkJson : JsonSerializerContext;
