using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What the install path says about who brought this program here.</summary>
internal static class InstallPlatform
{
    private static readonly (string Folder, string Platform)[] s_rows =
    [
        (".clawhub", "clawhub"),
        (".cursor", "cursor"),
    ];

    public static string Detect(string installFolder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var (folder, platform) in s_rows)
        {
            if (installFolder.StartsWith(Path.Combine(home, folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return platform;
            }
        }

        return GatewayOptions.UnknownPlatform;
    }

    /// <summary>The client id that the vendor's own products keep for the cloud.</summary>
    public static string? SharedClientIdPath()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".config", "nemovideo", "client_id");
    }
}
