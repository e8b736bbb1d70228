using System.Text.Json.Nodes;
using ModelContextProtocol;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>A request that is refused before any server sees it.</summary>
/// <param name="Status">Of HTTP.</param>
internal sealed record RpcFault(int Status, McpErrorCode Code, string Message)
{
    public JsonObject? Details { get; init; }
}
