namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>The programs that the studio starts. It starts no other.</summary>
internal enum MediaTool
{
    Ffmpeg,
    Ffprobe,
    Fluidsynth,

    /// <summary>This very program, as the process that draws letters.</summary>
    Lettering,

    /// <summary>Speaks, where the system has no voice of its own.</summary>
    Espeak,

    /// <summary>The voices of macOS.</summary>
    Say,

    /// <summary>The way to the voices of Windows.</summary>
    PowerShell,
}
