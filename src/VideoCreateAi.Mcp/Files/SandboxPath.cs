namespace VideoCreateAi.Mcp.Files;

/// <summary>Where chat hosts keep the files that were dropped into a conversation: on their own machines, not on the user's.</summary>
internal static class SandboxPath
{
    private static readonly string[] s_folders =
    [
        "/home/claude", "/home/oai", "/home/sandbox", "/home/user/uploads", "/mnt/data", "/mnt/file_service", "/mnt/outputs",
        "/mnt/skills", "/mnt/transcripts", "/mnt/uploads", "/mnt/user-data", "/sandbox", "/tmp/inputs", "/tmp/outputs", "/tmp/uploads",
    ];

    public static bool HasItsScheme(string text) => text.StartsWith("sandbox:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Asked only of what was refused: on a computer that has such a folder and allows it, it is a folder like any other.</summary>
    /// <param name="text">What the caller wrote, before anything was made of it: on Windows too, such a path begins with a slash.</param>
    public static bool IsOne(string text)
    {
        var path = text.StartsWith("file://", StringComparison.OrdinalIgnoreCase) ? text["file://".Length..] : text;
        return Array.Exists(s_folders, folder => path.StartsWith(folder, StringComparison.Ordinal)
            && (path.Length == folder.Length || path[folder.Length] == '/'));
    }
}
