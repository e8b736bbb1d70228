namespace VideoCreateAi.Studio.Store;

/// <summary>What lies in a folder and below it. Nothing, where there is none.</summary>
public readonly record struct FolderTally(int Files, long Bytes)
{
    private static readonly EnumerationOptions s_all = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, MatchType = MatchType.Simple,
    };

    private static readonly EnumerationOptions s_top = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, MatchType = MatchType.Simple };

    /// <param name="isDeep">With all that is below it.</param>
    public static FolderTally Of(string folder, string pattern = "*", bool isDeep = true)
    {
        if (!Directory.Exists(folder))
        {
            return default;
        }

        var (files, bytes) = (0, 0L);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern, isDeep ? s_all : s_top))
        {
            // It may go while it is counted.
            bytes += file.Exists ? file.Length : 0;
            files++;
        }

        return new FolderTally(files, bytes);
    }

    /// <summary>Removes the files that fit, and leaves what cannot be.</summary>
    /// <returns>What was removed.</returns>
    public static FolderTally Remove(string folder, string pattern)
    {
        if (!Directory.Exists(folder))
        {
            return default;
        }

        var removed = default(FolderTally);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern, s_all).ToList())
        {
            try
            {
                var bytes = file.Length;
                file.Delete();
                removed = new FolderTally(removed.Files + 1, removed.Bytes + bytes);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody has it open, or was faster.
            }
        }

        return removed;
    }
}
