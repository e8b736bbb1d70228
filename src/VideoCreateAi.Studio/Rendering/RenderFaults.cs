using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>What went wrong in a render, in words for the user.</summary>
internal static class RenderFaults
{
    /// <returns>Null for what is no fault of programs or disks.</returns>
    public static RenderException? Of(Exception fault) => fault switch
    {
        ToolMissingException => new RenderException("ffmpeg_missing", fault.Message, fault),
        ToolFailedException failure when failure.LastOutput.Contains("No space left on device", StringComparison.OrdinalIgnoreCase) => DiskFull(fault),
        ToolFailedException => new RenderException(
            "render_failed", "The video could not be encoded. Try the export again; if it fails again, export a draft to find the shot.", fault),
        IOException failure when IsDiskFull(failure) => DiskFull(fault),
        _ => null,
    };

    private static bool IsDiskFull(IOException failure)
    {
        // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL; ENOSPC elsewhere.
        const int DiskFullHandle = unchecked((int)0x80070027);
        const int DiskFullWindows = unchecked((int)0x80070070);
        const int NoSpaceUnix = 28;
        return failure.HResult is DiskFullWindows or DiskFullHandle or NoSpaceUnix;
    }

    private static RenderException DiskFull(Exception inner) =>
        new("disk_full", "The disk is full. Free some space (videocreateai clean shows what takes it) and export again.", inner);
}
