namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>How the program ends, for scripts. The numbers are part of the product's contract; the README lists them.</summary>
internal enum ShellExit
{
    Done = 0,

    /// <summary>It could not be done, for a reason that no other number names.</summary>
    Failed = 1,

    /// <summary>The command line or a setting is wrong. Nothing was begun.</summary>
    WrongUsage = 2,

    /// <summary>Another studio holds the data directory (<c>studio</c> alone).</summary>
    StudioRunning = VideoCreateAi.Studio.StudioEnd.AlreadyRunningCode,

    /// <summary>A file, an address or a wish that is not taken.</summary>
    InputRefused = 4,

    /// <summary>The backend cannot be reached, or failed on its side.</summary>
    BackendFailed = 5,

    /// <summary>The video could not be rendered.</summary>
    RenderFailed = 6,

    /// <summary>A program that rendering needs is not installed.</summary>
    ToolMissing = 7,

    /// <summary>It was not agreed to, or there are not enough credits.</summary>
    NotAgreed = 8,

    /// <summary>The file cannot be put where it was wanted.</summary>
    OutputRefused = 9,

    /// <summary>Something was sent and how it ended cannot be told.</summary>
    Unclear = 10,

    /// <summary>Ctrl-C.</summary>
    Interrupted = 130,

    /// <summary>The system asked the program to end.</summary>
    Terminated = 143,
}
