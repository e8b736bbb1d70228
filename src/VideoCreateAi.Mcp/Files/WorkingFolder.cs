namespace VideoCreateAi.Mcp.Files;

/// <summary>Whether the folder that a host started the server in is a project of the user's. Hosts also start servers in
/// <c>/</c>, the home folder, System32 or their own program folder, and none of these may be read from for that reason.</summary>
internal static class WorkingFolder
{
    private static readonly string[] s_unixTrees =
    [
        "/bin", "/boot", "/cores", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/nix", "/opt", "/proc", "/root", "/run",
        "/sbin", "/snap", "/sys", "/usr", "/var", "/Applications", "/Library", "/System", "/private/etc", "/private/var",
    ];

    // Places where the folders of many meet: one in them may be a project, they themselves are none.
    private static readonly string[] s_unixMeetingPlaces =
        ["/home", "/lost+found", "/media", "/mnt", "/private", "/private/tmp", "/srv", "/tmp", "/Users", "/Volumes"];

    private static readonly string[] s_windowsTrees =
        ["$Recycle.Bin", "Program Files", "Program Files (x86)", "ProgramData", "Recovery", "System Volume Information", "Windows"];

    // Programs keep themselves and their settings here, though it is below the home folder.
    private static readonly string[] s_programFoldersOfHome = ["AppData", "Application Data", "Library", "snap"];

    /// <param name="folder">An absolute path in the platform's own writing.</param>
    /// <param name="homeFolder">Null when the process has none.</param>
    /// <param name="windows">Which platform's writing and folders are meant; a parameter so that each is tested everywhere.</param>
    public static bool Counts(string folder, string? homeFolder, bool windows)
    {
        var parts = Parts(folder, windows);
        if (parts.Length == 0 || parts.Any(part => part is "." or ".." || part.StartsWith('.')))
        {
            return false;
        }

        var home = homeFolder is null ? [] : Parts(homeFolder, windows);
        if (home.Length > 0)
        {
            if (StartsWith(home, parts, windows))
            {
                return false;
            }

            if (StartsWith(parts, home, windows))
            {
                return !Any(s_programFoldersOfHome, name => Same(name, parts[home.Length], windows));
            }
        }

        return windows ? CountsOnWindows(folder, parts) : CountsOnUnix(parts);
    }

    private static bool CountsOnUnix(string[] parts)
        => !Any(s_unixTrees, tree => StartsWith(parts, Parts(tree, windows: false), windows: false))
            && !Any(s_unixMeetingPlaces, place => Parts(place, windows: false).SequenceEqual(parts));

    private static bool CountsOnWindows(string folder, string[] parts)
    {
        // \\server\share is the root of a share; \\?\ and \\.\ are not how folders are named to people.
        if (folder.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return parts.Length > 2 && parts[0] is not ("?" or ".");
        }

        return parts.Length > 1
            && !Any(s_windowsTrees, tree => Same(tree, parts[1], windows: true))
            && !(parts.Length == 2 && Same("Users", parts[1], windows: true));
    }

    private static string[] Parts(string path, bool windows)
        => path.Split(windows ? ['\\', '/'] : ['/'], StringSplitOptions.RemoveEmptyEntries);

    private static bool StartsWith(string[] path, string[] folder, bool windows)
        => path.Length >= folder.Length && folder.Zip(path).All(pair => Same(pair.First, pair.Second, windows));

    private static bool Same(string one, string other, bool windows)
        => string.Equals(one, other, windows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool Any(string[] table, Func<string, bool> matches) => Array.Exists(table, row => matches(row));
}
