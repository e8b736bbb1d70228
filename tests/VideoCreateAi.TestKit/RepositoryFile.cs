namespace VideoCreateAi.TestKit;

/// <summary>Files that tests read from the source tree, byte for byte.</summary>
public static class RepositoryFile
{
    private static readonly Lazy<string> s_root = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VideoCreateAi.Mcp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    });

    /// <param name="relative">From the repository's root, with '/'.</param>
    public static string PathOf(string relative) => Path.Combine([s_root.Value, .. relative.Split('/')]);

    public static byte[] Read(string relative) => File.ReadAllBytes(PathOf(relative));
}
