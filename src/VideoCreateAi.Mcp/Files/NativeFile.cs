using Microsoft.Win32.SafeHandles;

namespace VideoCreateAi.Mcp.Files;

/// <summary>What the platform must be asked directly: .NET has no realpath, cannot say what kind of thing an open handle is,
/// and its own open waits for ever at a named pipe.</summary>
internal static partial class NativeFile
{
    /// <summary>Opens for reading without waiting for anything and without inheriting the handle to child processes.
    /// What was opened must then be judged by its handle.</summary>
    public static SafeFileHandle? Open(string path, out OpenFailure failure)
        => OperatingSystem.IsWindows() ? WindowsOpen(path, out failure) : UnixOpen(path, out failure);

    public static NativeFileKind KindOf(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsKind(handle);
        }

        return (UnixMode(handle) & FileTypeMask) switch
        {
            RegularFile => NativeFileKind.Regular,
            Folder => NativeFileKind.Folder,
            _ => NativeFileKind.Other,
        };
    }

    /// <summary>The true path of an open handle; null when the system does not tell.</summary>
    public static string? PathOf(SafeFileHandle handle) => OperatingSystem.IsWindows() ? WindowsPath(handle)
        : OperatingSystem.IsMacOS() ? MacPath(handle)
        : LinuxPath(handle);

    /// <summary>Null when the path, or a folder on the way, does not exist or may not be looked into.</summary>
    public static string? TryGetRealPath(string path)
        => OperatingSystem.IsWindows() ? WindowsRealPath(path) : UnixRealPath(path);
}
