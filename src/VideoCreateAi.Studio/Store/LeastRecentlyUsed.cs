namespace VideoCreateAi.Studio.Store;

/// <summary>Keeps a folder of cached files within its size. Whoever uses a file sets its time of change.</summary>
internal static class LeastRecentlyUsed
{
    /// <param name="newest">Stays, however large it is.</param>
    public static void Trim(string folder, string pattern, long mostBytes, string? newest = null)
    {
        long total = 0;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern).OrderByDescending(file => file.LastWriteTimeUtc).ToList())
        {
            total += file.Length;
            if (total > mostBytes && file.FullName != newest)
            {
                file.Delete();
            }
        }
    }
}
