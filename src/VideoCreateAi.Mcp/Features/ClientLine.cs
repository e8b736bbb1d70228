using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The way to a conversation's client outside of any answer. The server of a request writes into that request's answer.</summary>
/// <param name="server">Null for a call without a session: its client hears nothing after its answer.</param>
internal sealed class ClientLine(Func<McpServer?> server)
{
    public McpServer? Server => server();
}
