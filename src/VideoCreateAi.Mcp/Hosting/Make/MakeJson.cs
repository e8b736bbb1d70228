using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting.Make;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MakeReport))]
internal sealed partial class MakeJson : JsonSerializerContext;
