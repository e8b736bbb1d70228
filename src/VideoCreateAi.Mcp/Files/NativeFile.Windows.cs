using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VideoCreateAi.Mcp.Files;

internal static unsafe partial class NativeFile
{
    private const uint GenericRead = 0x80000000;
    private const uint ShareReadAndDelete = 0x1 | 0x4;
    private const uint ShareAll = 0x1 | 0x2 | 0x4;
    private const uint OpenExisting = 3;

    // Without it a folder cannot be opened, and could not be told from a file that may not be read.
    private const uint BackupSemantics = 0x02000000;
    private const int DiskFile = 1;

    private static SafeFileHandle? WindowsOpen(string path, out OpenFailure failure)
    {
        var handle = CreateFile(path, GenericRead, ShareReadAndDelete, 0, OpenExisting, BackupSemantics, 0);
        if (!handle.IsInvalid)
        {
            failure = OpenFailure.None;
            return handle;
        }

        failure = Marshal.GetLastPInvokeError() switch
        {
            2 or 3 or 15 or 21 or 53 or 67 => OpenFailure.NotFound,
            123 or 206 => OpenFailure.TooLong,
            _ => OpenFailure.Denied,
        };
        handle.Dispose();
        return null;
    }

    private static NativeFileKind WindowsKind(SafeFileHandle handle)
    {
        if (GetFileType(handle) != DiskFile)
        {
            return NativeFileKind.Other;
        }

        return File.GetAttributes(handle).HasFlag(FileAttributes.Directory) ? NativeFileKind.Folder : NativeFileKind.Regular;
    }

    private static string? WindowsPath(SafeFileHandle handle)
    {
        const int longestPath = 32_768;
        var buffer = new char[longestPath];
        uint length;
        fixed (char* start = buffer)
        {
            length = GetFinalPathNameByHandle(handle, start, longestPath, 0);
        }

        return length is 0 or >= longestPath ? null : WithoutDevicePrefix(new string(buffer, 0, (int)length));
    }

    private static string? WindowsRealPath(string path)
    {
        using var handle = CreateFile(path, 0, ShareAll, 0, OpenExisting, BackupSemantics, 0);
        return handle.IsInvalid ? null : WindowsPath(handle);
    }

    private static string WithoutDevicePrefix(string path)
        => path.StartsWith(@"\\?\UNC\", StringComparison.Ordinal) ? @"\\" + path[8..]
            : path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path[4..]
            : path;

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFile(
        string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32")]
    private static partial int GetFileType(SafeFileHandle handle);

    [LibraryImport("kernel32", EntryPoint = "GetFinalPathNameByHandleW")]
    private static partial uint GetFinalPathNameByHandle(SafeFileHandle handle, char* buffer, uint length, uint flags);
}
