namespace VideoCreateAi.EndToEndTests;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string[] Pictures { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "samples", "pictures"), "0*").Order(StringComparer.Ordinal)];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "VideoCreateAi.Mcp.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
