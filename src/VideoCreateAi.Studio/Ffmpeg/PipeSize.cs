using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>A Linux pipe holds 64 KiB: a 3 MB frame would wake both sides some fifty times.</summary>
internal static partial class PipeSize
{
    private const int SetPipeSize = 1031;

    /// <summary>The most that Linux gives to anyone who asks.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Does nothing where it cannot be done: the pipe works as it is.</summary>
    public static void Enlarge(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
        {
            _ = FileControl(pipe.SafePipeHandle, SetPipeSize, Bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(SafeHandle handle, int command, int argument);
}
