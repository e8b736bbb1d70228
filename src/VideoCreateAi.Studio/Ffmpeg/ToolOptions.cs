namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Where the media tools are and how they are fenced in. Comes from configuration only, never from a request.</summary>
internal sealed class ToolOptions
{
    /// <summary>Absolute path. Null = looked for on <see cref="SearchPath"/>.</summary>
    public string? FfmpegPath { get; set; }

    /// <summary>Absolute path. Null = looked for beside ffmpeg's given path, then on <see cref="SearchPath"/>.</summary>
    public string? FfprobePath { get; set; }

    /// <summary>Absolute path. Null = looked for on <see cref="SearchPath"/>.</summary>
    public string? FluidsynthPath { get; set; }

    /// <summary>What starts this program as the process that draws letters: its absolute path, then its arguments. Empty = letters are
    /// drawn in this process.</summary>
    public IReadOnlyList<string> Lettering { get; set; } = [];

    /// <summary>Folders that this program lives from, besides its own.</summary>
    public IReadOnlyList<string> LetteringFolders { get; set; } = [];

    /// <summary>The value of PATH. Relative entries are skipped: what they mean depends on who started us, and where.</summary>
    public string SearchPath { get; set; } = OperatingSystem.IsWindows() ? "" : "/usr/local/bin:/usr/bin:/bin";

    public SandboxMode Sandbox { get; set; } = SandboxMode.Auto;
}
