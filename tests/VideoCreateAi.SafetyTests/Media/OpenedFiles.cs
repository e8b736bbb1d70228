using System.Runtime.InteropServices;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Tells whether anybody, in whatever sandbox, opened a file of a folder: the kernel counts, whoever asks.</summary>
internal sealed partial class OpenedFiles : IDisposable
{
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const uint Opened = 0x20;

    private readonly int _descriptor;

    public OpenedFiles(string folder)
    {
        _descriptor = OperatingSystem.IsLinux() ? inotify_init1(NonBlocking | CloseOnExec) : -1;
        Assert.True(_descriptor < 0 || inotify_add_watch(_descriptor, folder, Opened) >= 0, "the folder cannot be watched");
    }

    /// <summary>Whether there was such an opening since the last question. Always false where the system cannot tell.</summary>
    public unsafe bool Any()
    {
        var events = stackalloc byte[4096];
        return _descriptor >= 0 && read(_descriptor, events, 4096) > 0;
    }

    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = close(_descriptor);
        }
    }

#pragma warning disable IDE1006, SA1300 // The names of the C library.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int inotify_init1(int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int inotify_add_watch(int descriptor, string path, uint mask);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
#pragma warning restore IDE1006, SA1300
}
