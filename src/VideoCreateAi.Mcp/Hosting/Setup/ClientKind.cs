namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>A program that can start this server, and where it keeps its list of servers.</summary>
/// <param name="Name">What stands after <c>--client</c>.</param>
/// <param name="ServersKey">The key of the object that holds the servers.</param>
/// <param name="NamesTransport">Whether an entry says <c>"type": "stdio"</c>.</param>
/// <param name="ConfigurationFile">From the home folder and the application data folder.</param>
/// <param name="NextStep">What makes the client read its file again.</param>
internal sealed record ClientKind(
    string Name, string DisplayName, string ServersKey, bool NamesTransport, Func<string, string, string> ConfigurationFile, string NextStep)
{
    public static IReadOnlyList<ClientKind> All { get; } =
    [
        new("claude-desktop", "Claude Desktop", "mcpServers", false,
            (_, applicationData) => Path.Combine(applicationData, "Claude", "claude_desktop_config.json"),
            "Quit Claude Desktop completely and start it again."),
        new("claude-code", "Claude Code", "mcpServers", true,
            (home, _) => Path.Combine(home, ".claude.json"),
            "Start a new Claude Code session; /mcp lists the server."),
        new("cursor", "Cursor", "mcpServers", false,
            (home, _) => Path.Combine(home, ".cursor", "mcp.json"),
            "Cursor Settings > MCP lists the server; switch it on if it is off."),
        new("vscode", "VS Code", "servers", true,
            (_, applicationData) => Path.Combine(applicationData, "Code", "User", "mcp.json"),
            "Run \"MCP: List Servers\" in the command palette and start the server."),
    ];
}
