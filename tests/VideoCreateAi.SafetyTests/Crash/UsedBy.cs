namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Who still has something to do with a folder.</summary>
internal static class UsedBy
{
    /// <summary>Command lines of the other processes that name the folder, work in it or hold a file of it open.</summary>
    public static IReadOnlyList<string> Processes(string folder) => [.. Directory.GetDirectories("/proc")
        .Where(process => int.TryParse(Path.GetFileName(process), out var id) && id != Environment.ProcessId && Uses(process, folder))
        .Select(CommandLine)];

    private static bool Uses(string process, string folder) =>
        CommandLine(process).Contains(folder, StringComparison.Ordinal)
        || Links(process).Any(link => link?.StartsWith(folder, StringComparison.Ordinal) == true);

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static IEnumerable<string?> Links(string process)
    {
        try
        {
            return [new FileInfo(Path.Combine(process, "cwd")).LinkTarget, .. Directory.GetFileSystemEntries(Path.Combine(process, "fd")).Select(link => new FileInfo(link).LinkTarget)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
