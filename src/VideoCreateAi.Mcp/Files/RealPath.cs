namespace VideoCreateAi.Mcp.Files;

/// <summary>Where a path leads once every link on the way is followed.</summary>
internal static class RealPath
{
    /// <summary>The real path of what exists, and the rest of the text below it as written when the end does not exist.</summary>
    public static string OfNearest(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var missing = new Stack<string>();
        for (var existing = full; ;)
        {
            if (NativeFile.TryGetRealPath(existing) is { } real)
            {
                return missing.Aggregate(real, Path.Combine);
            }

            if (Path.GetDirectoryName(existing) is not { } parent)
            {
                return full;
            }

            missing.Push(Path.GetFileName(existing));
            existing = parent;
        }
    }
}
