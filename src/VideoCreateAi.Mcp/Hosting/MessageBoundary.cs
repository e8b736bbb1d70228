using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Refuses requests that are JSON and no good request in words: the MCP library calls them an internal error.</summary>
internal static class MessageBoundary
{
    private const int LongestName = 128;

    public static McpMessageHandler Filter(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is not JsonRpcRequest request)
        {
            await next(context, cancellationToken);
            return;
        }

        if (request.Params is { } given && (NamesTwice(given) || (given is JsonObject parameters && parameters["_meta"] is { } meta && NamesTwice(meta))))
        {
            throw new McpProtocolException("A name stands twice in the request's params, and only one of the two could count.", McpErrorCode.InvalidParams);
        }

        // The MCP library says again whatever it does not know, as it came.
        if (!IsName(request.Method))
        {
            throw new McpProtocolException("There is no method of that name.", McpErrorCode.MethodNotFound);
        }

        if (request is { Method: RequestMethods.ToolsCall, Params: JsonObject call } && call["name"] is JsonValue value && value.TryGetValue<string>(out var name) && !IsName(name))
        {
            throw new McpProtocolException("There is no tool of that name.", McpErrorCode.InvalidParams);
        }

        try
        {
            await next(context, cancellationToken);
        }
        catch (JsonException)
        {
            throw new McpProtocolException("The request's params are not as the protocol has them: something is missing or of another kind.", McpErrorCode.InvalidParams);
        }
    };

    private static bool IsName(string text) => text.Length <= LongestName && text.All(letter => letter is > ' ' and <= '~');

    /// <summary>An object finds out when it is first looked into.</summary>
    private static bool NamesTwice(JsonNode node)
    {
        try
        {
            _ = (node as JsonObject)?.ContainsKey("_meta");
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
