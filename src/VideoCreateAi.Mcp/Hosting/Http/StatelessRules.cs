using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>What revision 2026-07-28 asks of a request's headers: they repeat what the body says, so that whatever stands between
/// need not read it, and they must not say anything else.</summary>
internal static class StatelessRules
{
    /// <summary>Methods with a name header, and the parameter that it repeats.</summary>
    private static readonly (string Method, string Parameter)[] s_named =
    [
        ("tools/call", "name"),
        ("prompts/get", "name"),
        ("resources/read", "uri"),
        ("tasks/get", "taskId"),
        ("tasks/update", "taskId"),
        ("tasks/cancel", "taskId"),
    ];

    /// <summary>Methods of earlier revisions, which have no place in this one.</summary>
    private static readonly string[] s_removed =
        ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"];

    /// <summary>Whether these rules are the ones to hold a message against.</summary>
    public static bool Apply(string? version, string? sessionId, RequestWords words) => version is null
        ? words.Version is not null && sessionId is null
        : !McpRevisions.HasSessions(version) || (words.Version is { } own && sessionId is null && !McpRevisions.HasSessions(own));

    /// <returns>Null when the message may pass.</returns>
    public static RpcFault? FaultOf(string? version, IHeaderDictionary headers, RequestWords words)
    {
        if (words.Method is not { } method)
        {
            return new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, "This revision has no requests of the server's that could be answered.");
        }

        if (version is null || (words.Version is { } named && named != version))
        {
            return Mismatch($"The header {McpRevisions.VersionHeader} must say the protocol version that the body says.");
        }

        if (version != McpRevisions.Stateless)
        {
            return new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.UnsupportedProtocolVersion, "This server does not speak that protocol version.")
            {
                Details = new JsonObject { ["supported"] = new JsonArray(McpRevisions.Stateless), ["requested"] = version },
            };
        }

        if (words.Id is not null && (words.Version is null || !words.TellsCapabilities))
        {
            return new RpcFault(
                StatusCodes.Status400BadRequest, McpErrorCode.InvalidParams,
                "_meta must hold io.modelcontextprotocol/protocolVersion and io.modelcontextprotocol/clientCapabilities.");
        }

        if (headers[McpRevisions.MethodHeader] is not [var said] || said != method)
        {
            return Mismatch($"The header {McpRevisions.MethodHeader} must say the method that the body says.");
        }

        if (s_removed.Contains(method, StringComparer.Ordinal))
        {
            return new RpcFault(StatusCodes.Status404NotFound, McpErrorCode.MethodNotFound, "This revision has no such method.");
        }

        return s_named.FirstOrDefault(row => row.Method == method).Parameter is { } parameter
            && RequestWords.TextOf(words.Parameters?[parameter]) is { } name
            && HeaderText.Of(headers[McpRevisions.NameHeader]) != name
                ? Mismatch($"The header {McpRevisions.NameHeader} must say what {parameter} says in the body.")
                : null;
    }

    public static RpcFault Mismatch(string message) => new(StatusCodes.Status400BadRequest, McpErrorCode.HeaderMismatch, message);
}
