using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What an MCP client's own name adds to the install path: known only once it has introduced itself.</summary>
internal static class ClientPlatform
{
    private static readonly string[] s_known = ["cursor"];

    /// <summary>What the environment or the install path said stays.</summary>
    public static void Learn(GatewayOptions options, string? clientName)
    {
        if (options.Platform == GatewayOptions.UnknownPlatform && clientName is not null
            && s_known.FirstOrDefault(word => clientName.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } platform)
        {
            options.Platform = platform;
        }
    }
}
