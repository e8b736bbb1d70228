namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>The revisions of the protocol, by the way they use HTTP.</summary>
internal static class McpRevisions
{
    /// <summary>No handshake and no sessions: every request tells who asks and what it can do.</summary>
    public const string Stateless = "2026-07-28";

    public const string VersionHeader = "MCP-Protocol-Version";
    public const string SessionHeader = "Mcp-Session-Id";
    public const string MethodHeader = "Mcp-Method";
    public const string NameHeader = "Mcp-Name";
    public const string ParameterHeaderPrefix = "Mcp-Param-";

    private static readonly string[] s_withSessions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    public static bool HasSessions(string version) => s_withSessions.Contains(version, StringComparer.Ordinal);
}
