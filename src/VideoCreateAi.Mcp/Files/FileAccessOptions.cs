namespace VideoCreateAi.Mcp.Files;

/// <summary>Where this user's files may be read from, as Hosting found it. Folders need not exist.</summary>
internal sealed record FileAccessOptions
{
    private static readonly string[] s_customaryNames = ["Pictures", "Videos", "Movies", "Music", "Downloads", "Desktop", "Documents"];

    /// <summary>Null when the process has none.</summary>
    public string? HomeFolder { get; init; }

    /// <summary>Where the server was started. It counts as a place for files only if <see cref="WorkingFolder.Counts"/>.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Pictures, Videos or Movies, Music, Downloads, Desktop and Documents, as the platform names them.
    /// One that is the home folder or a system folder is dropped: a desktop without such a folder answers with the home folder.</summary>
    public IReadOnlyList<string> UserFolders { get; init; } = [];

    /// <summary>Exports are always an allowed input.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>What the user added by <c>--allow-dir</c>. Taken as given.</summary>
    public IReadOnlyList<string> ExtraFolders { get; init; } = [];

    /// <summary>Single files that a person named at a shell: taken from where they lie, unless that is hidden. Full paths.</summary>
    public IReadOnlyList<string> NamedFiles { get; init; } = [];

    /// <summary>Never read, though an allowed folder may lie around them: the data directory with its tokens.</summary>
    public IReadOnlyList<string> PrivateFolders { get; init; } = [];

    /// <summary>The six folders under their English names, for a platform that does not tell.</summary>
    public static IReadOnlyList<string> CustomaryUserFolders(string homeFolder)
        => [.. s_customaryNames.Select(name => Path.Combine(homeFolder, name))];
}
