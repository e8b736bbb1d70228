namespace VideoCreateAi.TestKit;

/// <summary>Expected texts kept in the repository. UPDATE_SNAPSHOTS=1 writes them anew; look at the difference then.</summary>
public static class Snapshot
{
    /// <returns>The kept text, for the test to compare.</returns>
    public static string Read(string relative, string actual)
    {
        var path = RepositoryFile.PathOf(relative);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
    }
}
