using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The way to a conversation's client outside of any answer. The server of a request writes into that request's answer.</summary>
internal sealed class ClientLine
{
    /// <summary>Null for a call without a session: its client hears nothing after its answer.</summary>
    public McpServer? Server { get; set; }
}
