namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>The programs that the studio starts. It starts no other.</summary>
internal enum MediaTool
{
    Ffmpeg,
    Ffprobe,
    Fluidsynth,

    /// <summary>This very program, as the process that draws letters.</summary>
    Lettering,
}
