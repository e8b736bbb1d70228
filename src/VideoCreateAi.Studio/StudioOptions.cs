namespace VideoCreateAi.Studio;

/// <summary>How a studio is set up. Built by the command line; nothing below it reads the environment.</summary>
public sealed class StudioOptions
{
    /// <summary>Holds the database, media and finished renders. Owned by one studio at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Unix domain socket to listen on; null when <see cref="Urls"/> is given.</summary>
    public string? SocketPath { get; init; }

    /// <summary>Addresses to listen on instead of a socket, such as <c>http://127.0.0.1:8790</c>.</summary>
    public string? Urls { get; init; }

    public required string ProductVersion { get; init; }

    /// <summary>Renders at once. 1 to 8.</summary>
    public int RenderSlots { get; init; } = 1;

    /// <summary>How long a studio without work and without visitors lives. Null = for ever.</summary>
    public TimeSpan? IdleLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Folders where programs are looked for, in the form of PATH.</summary>
    public string? ToolPath { get; init; }

    /// <summary>Full paths that win over <see cref="ToolPath"/>; null = looked for.</summary>
    public string? FfmpegPath { get; init; }

    public string? FfprobePath { get; init; }

    public string? FluidsynthPath { get; init; }

    /// <summary>What starts this program as the process that draws letters: its full path, then its arguments. Empty = letters are drawn here.</summary>
    public IReadOnlyList<string> Lettering { get; init; } = [];

    /// <summary>Folders that this program lives from, such as the runtime's.</summary>
    public IReadOnlyList<string> LetteringFolders { get; init; } = [];

    public string CacheFolder => Path.Combine(DataFolder, "cache");

    public string MediaFolder => Path.Combine(DataFolder, "media");

    public string RenderFolder => Path.Combine(DataFolder, "renders");

    public string ScratchFolder => Path.Combine(DataFolder, "scratch");

    public string DatabasePath => Path.Combine(DataFolder, "studio.db");
}
