using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace VideoCreateAi.Mcp.Files;

internal static unsafe partial class NativeFile
{
    // <sys/stat.h>, the same on Linux and macOS.
    private const uint FileTypeMask = 0xF000;
    private const uint RegularFile = 0x8000;
    private const uint Folder = 0x4000;

    private const int PathMax = 4096;
    private const int MacGetPath = 50;
    private const int EmptyPath = 0x1000;
    private const uint StatxType = 0x1;

    public static OpenFailure FailureOf(int errno)
    {
        var mac = OperatingSystem.IsMacOS();
        return errno switch
        {
            2 or 20 => OpenFailure.NotFound,
            40 when !mac => OpenFailure.NotFound,
            62 when mac => OpenFailure.NotFound,
            36 when !mac => OpenFailure.TooLong,
            63 when mac => OpenFailure.TooLong,
            6 or 19 => OpenFailure.NotRegular,
            102 when mac => OpenFailure.NotRegular,
            _ => OpenFailure.Denied,
        };
    }

    private static SafeFileHandle? UnixOpen(string path, out OpenFailure failure)
    {
        const int interrupted = 4;
        // O_NONBLOCK, O_CLOEXEC, and O_NOCTTY: a terminal that lies under a swapped path must not become ours.
        var flags = OperatingSystem.IsMacOS() ? 0x4 | 0x1000000 | 0x20000 : 0x800 | 0x80000 | 0x100;
        while (true)
        {
            var descriptor = UnixOpenCall(path, flags);
            if (descriptor >= 0)
            {
                failure = OpenFailure.None;
                return new SafeFileHandle(descriptor, ownsHandle: true);
            }

            var errno = Marshal.GetLastPInvokeError();
            if (errno != interrupted)
            {
                failure = FailureOf(errno);
                return null;
            }
        }
    }

    private static uint UnixMode(SafeFileHandle handle)
    {
        // The kernel's own record on Linux: struct stat differs from one architecture to the next, struct statx does not.
        var buffer = stackalloc byte[256];
        if (OperatingSystem.IsMacOS())
        {
            var result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? MacStat(handle, buffer)
                : MacStatIntel(handle, buffer);
            return result == 0 ? *(ushort*)(buffer + 4) : 0u;
        }

        return LinuxStatx(handle, "", EmptyPath, StatxType, buffer) == 0 ? *(ushort*)(buffer + 28) : 0u;
    }

    private static string? LinuxPath(SafeFileHandle handle)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            var path = new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget;
            return path is ['/', ..] ? path : null;
        }
        finally
        {
            if (added)
            {
                handle.DangerousRelease();
            }
        }
    }

    private static string? MacPath(SafeFileHandle handle)
    {
        var buffer = stackalloc byte[PathMax];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? MacFcntlArm(handle, MacGetPath, 0, 0, 0, 0, 0, 0, buffer)
            : MacFcntl(handle, MacGetPath, buffer);
        return result == 0 ? Marshal.PtrToStringUTF8((nint)buffer) : null;
    }

    private static string? UnixRealPath(string path)
    {
        var buffer = stackalloc byte[PathMax + 1];
        return Encoding.UTF8.GetByteCount(path) < PathMax && RealPathCall(path, buffer) is not null
            ? Marshal.PtrToStringUTF8((nint)buffer)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnixOpenCall(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxStatx(SafeFileHandle folder, string path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", EntryPoint = "fstat")]
    private static partial int MacStat(SafeFileHandle handle, byte* buffer);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64")]
    private static partial int MacStatIntel(SafeFileHandle handle, byte* buffer);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int MacFcntl(SafeFileHandle handle, int command, byte* buffer);

    // On Apple silicon the variable arguments go on the stack: six zeros fill the registers that come before it.
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int MacFcntlArm(
        SafeFileHandle handle, int command, nint x2, nint x3, nint x4, nint x5, nint x6, nint x7, byte* buffer);

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* RealPathCall(string path, byte* resolved);
}
