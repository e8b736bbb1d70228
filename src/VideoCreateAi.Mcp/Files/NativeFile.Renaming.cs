using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VideoCreateAi.Mcp.Files;

/// <remarks><see cref="File.Move(string, string, bool)"/> does not do here: without overwriting it looks whether the new
/// name is free and renames then, and between the two somebody else's file can come to lie there and be lost.</remarks>
internal static unsafe partial class NativeFile
{
    private const int FileExists = 17;
    private const uint LinuxNoReplace = 1;
    private const uint MacExclusive = 4;
    private const uint StatxLinks = 0x4;

    /// <summary>Gives a file of the folder a new name in one step that fails when the name is taken, by a link too.</summary>
    /// <param name="folder">An open folder: both names are looked up in it, whatever its path leads to by now. Null on Windows.</param>
    /// <returns>False when the new name is taken.</returns>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    public static bool RenameToFree(SafeFileHandle? folder, string folderPath, string from, string to)
    {
        var (source, target) = (Path.Combine(folderPath, from), Path.Combine(folderPath, to));
        if (folder is null)
        {
            return MoveToFree(source, target);
        }

        try
        {
            var result = OperatingSystem.IsMacOS()
                ? MacRename(folder, from, folder, to, MacExclusive)
                : LinuxRename(folder, from, folder, to, LinuxNoReplace);
            if (result == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without that call: a link and the removal of the old name do the same in two steps.
            Marshal.SetLastPInvokeError(0);
        }

        return Marshal.GetLastPInvokeError() == FileExists ? false : LinkToFree(folder, source, target, from, to);
    }

    /// <summary>Opens a folder, to look names up in it. Null where folders have no handles (Windows), or when it is not there.</summary>
    public static SafeFileHandle? OpenFolder(string path)
        => !OperatingSystem.IsWindows() && UnixOpen(path, out _) is { } handle && KindOf(handle) == NativeFileKind.Folder ? handle : null;

    /// <summary>Brings the names of a folder to the disk: a rename alone is in the system's memory.</summary>
    public static void Sync(SafeFileHandle folder) => FsyncCall(folder);

    /// <summary>How many names a file has; 1 where the system does not tell.</summary>
    public static int NamesOf(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
        {
            return 1;
        }

        var buffer = stackalloc byte[256];
        if (OperatingSystem.IsMacOS())
        {
            var result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? MacStat(handle, buffer) : MacStatIntel(handle, buffer);
            return result == 0 ? *(ushort*)(buffer + 6) : 1;
        }

        return LinuxStatx(handle, "", EmptyPath, StatxLinks, buffer) == 0 ? *(int*)(buffer + 16) : 1;
    }

    // Some network file systems have no rename that spares what exists; nearly all of those have links.
    private static bool LinkToFree(SafeFileHandle folder, string source, string target, string from, string to)
    {
        if (LinkCall(folder, from, folder, to, 0) == 0)
        {
            File.Delete(source);
            return true;
        }

        return Marshal.GetLastPInvokeError() == FileExists ? false : MoveToFree(source, target);
    }

    private static bool MoveToFree(string source, string target)
    {
        try
        {
            File.Move(source, target, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(target))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxRename(SafeFileHandle fromFolder, string from, SafeFileHandle toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renameatx_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacRename(SafeFileHandle fromFolder, string from, SafeFileHandle toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkCall(SafeFileHandle fromFolder, string from, SafeFileHandle toFolder, string to, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FsyncCall(SafeFileHandle handle);
}
