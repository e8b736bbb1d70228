namespace VideoCreateAi.Benchmarks;

/// <summary>Where the project's own files are.</summary>
internal static class Repository
{
    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VideoCreateAi.Mcp.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from a clone of the project: its pictures and files are needed.");
        }

        return folder.FullName;
    }
}
