using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CachedToken))]
internal sealed partial class TokenJson : JsonSerializerContext;
