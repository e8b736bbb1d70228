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

    public static ListResourcesResult Clean(ListResourcesResult result, BackendClient backend)
    {
        foreach (var resource in result.Resources)
        {
            resource.Name = backend.Redact(resource.Name);
            resource.Title = resource.Title is { } title ? backend.Redact(title) : null;
        }

        return result;
    }

    public static ReadResourceResult Clean(ReadResourceResult result, BackendClient backend)
    {
        foreach (var contents in result.Contents.OfType<TextResourceContents>())
        {
            contents.Text = contents.MimeType == "application/json" ? CleanJson(contents.Text, backend) : backend.Redact(contents.Text);
        }

        return result;
    }

    /// <summary>In text that is JSON a token may hide behind escapes.</summary>
    private static string CleanJson(string text, BackendClient backend)
    {
        using var json = JsonDocument.Parse(text);
        return HasToken(json.RootElement, backend) ? Cleaned(json.RootElement, backend)!.ToJsonString() : text;
    }

    private static bool HasToken(JsonElement value, BackendClient backend) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(field => backend.Redact(field.Name) != field.Name || HasToken(field.Value, backend)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => HasToken(item, backend)),
        JsonValueKind.String => value.GetString() is { } text && backend.Redact(text) != text,
        _ => false,
    };

    private static JsonNode? Cleaned(JsonElement value, BackendClient backend) => value.ValueKind switch
    {
        JsonValueKind.Object => CleanedObject(value, backend),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Cleaned(item, backend))]),
        JsonValueKind.String => JsonValue.Create(backend.Redact(value.GetString()!)),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };

    // By assignment: two names may become one.
    private static JsonObject CleanedObject(JsonElement value, BackendClient backend)
    {
        var clean = new JsonObject();
        foreach (var field in value.EnumerateObject())
        {
            clean[backend.Redact(field.Name)] = Cleaned(field.Value, backend);
        }

        return clean;
    }
}
