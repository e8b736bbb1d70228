using System.Text.Json;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Which clients show views of a server's own: those that declare the extension for it.</summary>
internal static class ClientViews
{
    public const string Extension = "io.modelcontextprotocol/ui";

    public const string Type = "text/html;profile=mcp-app";

    /// <summary>Whether views in HTML are shown there. One that names no types shows the one that there is.</summary>
    public static bool AreShownBy(McpServer server)
    {
        if (server.ClientCapabilities?.Extensions is not { } extensions || !extensions.TryGetValue(Extension, out var declared))
        {
            return false;
        }

        return declared is not JsonElement { ValueKind: JsonValueKind.Object } settings
            || !settings.TryGetProperty("mimeTypes", out var types)
            || types.ValueKind != JsonValueKind.Array
            || types.EnumerateArray().Any(type => type.ValueKind == JsonValueKind.String && type.ValueEquals(Type));
    }
}
