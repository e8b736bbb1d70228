using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features.Resources;

internal static class ResourceFaults
{
    /// <summary>The same whether there is no such project, it is another account's, or the address is no address.</summary>
    public static McpProtocolException Missing<T>(RequestContext<T> context) => new(
        "There is no such resource. resources/list has those that exist.",
        ProtocolRevision.IsWithoutSessions(context) ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound);

    public static McpProtocolException Invalid(string message) => new(message, McpErrorCode.InvalidParams);
}
