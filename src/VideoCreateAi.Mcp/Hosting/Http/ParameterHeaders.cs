using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Arguments that a tool's schema wants repeated in a header of their own (<c>x-mcp-header</c>).</summary>
internal static class ParameterHeaders
{
    private const string Mark = "x-mcp-header";

    /// <returns>Null when every such header says what the body says.</returns>
    public static RpcFault? FaultOf(IHeaderDictionary headers, RequestWords words, McpServerPrimitiveCollection<McpServerTool>? tools)
    {
        if (words.Method != "tools/call"
            || RequestWords.TextOf(words.Parameters?["name"]) is not { } name
            || tools is null || !tools.TryGetPrimitive(name, out var tool))
        {
            return null;
        }

        try
        {
            return HasMark(tool.ProtocolTool.InputSchema) ? FaultOf(headers, tool.ProtocolTool.InputSchema, words.Parameters?["arguments"] as JsonObject) : null;
        }
        catch (ArgumentException)
        {
            return new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.InvalidParams, "A name stands twice among the arguments.");
        }
    }

    private static bool HasMark(JsonElement schema) => schema.GetRawText().Contains(Mark, StringComparison.Ordinal);

    private static RpcFault? FaultOf(IHeaderDictionary headers, JsonElement schema, JsonObject? arguments)
    {
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in properties.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object))
        {
            var value = arguments?[property.Name];
            var fault = property.Value.TryGetProperty(Mark, out var mark) && mark.GetString() is { } header
                ? FaultOf(headers, McpRevisions.ParameterHeaderPrefix + header, value)
                : FaultOf(headers, property.Value, value as JsonObject);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static RpcFault? FaultOf(IHeaderDictionary headers, string header, JsonNode? value)
    {
        var said = headers[header];
        var wanted = value is null ? null : McpHeaderEncoder.DecodeValue(McpHeaderEncoder.ConvertToHeaderValue(value));
        return (value is null && said.Count == 0) || (wanted is not null && HeaderText.Of(said) == wanted)
            ? null
            : StatelessRules.Mismatch($"The header {header} must say what the argument says in the body, and only where there is one.");
    }
}
