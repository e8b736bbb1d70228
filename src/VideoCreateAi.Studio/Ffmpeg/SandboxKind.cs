namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>What stands around a media tool, weakest first.</summary>
internal enum SandboxKind
{
    /// <summary>The wall limit, whitelists and an empty environment alone (Windows, macOS).</summary>
    Plain,

    /// <summary>Also limits on processor time, memory, file size and open files.</summary>
    Limited,

    /// <summary>Also its own view of the file system and no network.</summary>
    Isolated,
}
