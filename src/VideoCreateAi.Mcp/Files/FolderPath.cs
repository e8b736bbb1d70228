namespace VideoCreateAi.Mcp.Files;

/// <summary>Comparing folders by their paths. Both sides are absolute and real unless said otherwise.</summary>
internal static class FolderPath
{
    // macOS and Windows volumes fold case by default; Linux ones do not.
    private static readonly StringComparison s_comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static bool Contains(string folder, string path) => Below(folder, path) is not null;

    /// <summary>The part of the path below the folder, empty for the folder itself, null when it lies elsewhere.</summary>
    public static string? Below(string folder, string path)
    {
        var root = Path.TrimEndingDirectorySeparator(folder);
        if (path.Equals(root, s_comparison))
        {
            return "";
        }

        // A root such as "/" keeps its separator; any other gets one, so that "/media_evil" is not inside "/media".
        var prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, s_comparison) ? path[prefix.Length..] : null;
    }

    public static bool HasHiddenPart(string path)
        => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(part => part.StartsWith('.'));

    public static bool AreSame(string one, string other)
        => Path.TrimEndingDirectorySeparator(one).Equals(Path.TrimEndingDirectorySeparator(other), s_comparison);
}
