using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>What a message says of itself, as far as HTTP has to know it.</summary>
internal sealed record RequestWords
{
    private const string Prefix = "io.modelcontextprotocol/";

    private RequestWords(string? method, RequestId? id, JsonObject? parameters)
    {
        Method = method;
        Id = id;
        Parameters = parameters;
        var meta = parameters?["_meta"] as JsonObject;
        Version = TextOf(meta?[Prefix + "protocolVersion"]);
        TellsCapabilities = meta?[Prefix + "clientCapabilities"] is JsonObject;
    }

    /// <summary>Null for an answer to a request of the server's.</summary>
    public string? Method { get; }

    /// <summary>Null for what asks for no answer.</summary>
    public RequestId? Id { get; }

    public JsonObject? Parameters { get; }

    /// <summary>The revision that the message names for itself; null for none.</summary>
    public string? Version { get; }

    public bool TellsCapabilities { get; }

    /// <exception cref="ArgumentException">A name stands twice in an object that matters here.</exception>
    public static RequestWords Of(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => new(request.Method, request.Id, request.Params as JsonObject),
        JsonRpcNotification notification => new(notification.Method, null, notification.Params as JsonObject),
        _ => new(null, null, null),
    };

    /// <summary>The text at a place that may hold anything; null for anything else.</summary>
    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
