using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The last look at what leaves the server: a backend that writes our token into a title or a name must not bring
/// it before the model. What the gateway reads as words is clean already; drafts cross it as raw bytes.</summary>
internal static class ResultRedaction
{
    public static CallToolResult Clean(CallToolResult result, BackendClient backend)
    {
        foreach (var block in result.Content.OfType<TextContentBlock>())
        {
            block.Text = backend.Redact(block.Text);
        }

        if (result.StructuredContent is { } data && HasToken(data, backend))
        {
            result.StructuredContent = JsonSerializer.SerializeToElement(Cleaned(data, backend)!, HostingJson.Default.JsonNode);
        }

        return result;
    }

    private static bool HasToken(JsonElement value, BackendClient backend) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(field => HasToken(field.Value, backend)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => HasToken(item, backend)),
        JsonValueKind.String => value.GetString() is { } text && backend.Redact(text) != text,
        _ => false,
    };

    private static JsonNode? Cleaned(JsonElement value, BackendClient backend) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Cleaned(field.Value, backend)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Cleaned(item, backend))]),
        JsonValueKind.String => JsonValue.Create(backend.Redact(value.GetString()!)),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
