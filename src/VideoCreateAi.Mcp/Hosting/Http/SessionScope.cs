namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Tells the services of one MCP session, or of one call without a session, which of the two they are for.</summary>
internal sealed class SessionScope
{
    /// <summary>Null for a call without a session.</summary>
    public string? SessionId { get; set; }
}
