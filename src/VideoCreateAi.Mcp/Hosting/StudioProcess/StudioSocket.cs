using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>Where the studio of a data directory listens: one socket per user and directory, in a folder that is the user's alone.</summary>
internal static class StudioSocket
{
    /// <summary>A socket's path must fit into 104 bytes on macOS, 108 on Linux, with the ending zero.</summary>
    private const int LongestPath = 100;

    public static string PathFor(string dataFolder)
    {
        var inData = Path.Combine(dataFolder, "studio.sock");
        if (Encoding.UTF8.GetByteCount(inData) <= LongestPath)
        {
            return inData;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)).AsSpan(0, 8)) + ".sock";
        return Path.Combine(RuntimeFolder(), name);
    }

    private static string RuntimeFolder()
    {
        var folder = ServerSettings.Variable("XDG_RUNTIME_DIR") is { } runtime && Directory.Exists(runtime)
            ? Path.Combine(runtime, "videocreateai")
            : Path.Combine(Path.GetTempPath(), $"videocreateai-{Environment.UserName}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, Private);
        return File.GetUnixFileMode(folder) == Private && File.ResolveLinkTarget(folder, returnFinalTarget: false) is null
            ? folder
            : throw new InvalidOperationException($"{folder} is open to other users. Remove it, or choose a shorter data directory with --data.");
    }
}
