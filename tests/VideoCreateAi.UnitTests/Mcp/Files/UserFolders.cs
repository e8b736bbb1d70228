using System.Diagnostics;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Files;

/// <summary>A home folder with Pictures in it, the policy that a server of this user would have, and a few good files.</summary>
internal sealed class UserFolders : IDisposable
{
    public static readonly byte[] PngBytes = [0x89, .. "PNG\r\n\x1A\n"u8, .. "\0\0\0\rIHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

    private readonly TempFolder _temp = new();

    public UserFolders()
    {
        Home = _temp.File("home");
        Pictures = Directory.CreateDirectory(Path.Combine(Home, "Pictures")).FullName;
        Elsewhere = Directory.CreateDirectory(_temp.File("elsewhere")).FullName;
        Policy = PolicyOf(workingDirectory: null);
    }

    public string Root => _temp.Path;

    public string Home { get; }

    public string Pictures { get; }

    public string Elsewhere { get; }

    public FileAccessPolicy Policy { get; }

    public FileAccessPolicy PolicyOf(string? workingDirectory, params string[] extra) => new(new FileAccessOptions
    {
        HomeFolder = Home,
        WorkingDirectory = workingDirectory,
        UserFolders = FileAccessOptions.CustomaryUserFolders(Home),
        OutputFolder = Path.Combine(Home, "Videos", "VideoCreateAi"),
        ExtraFolders = extra,
        PrivateFolders = [Path.Combine(Home, "Documents", "server-data")],
    });

    public string Put(string name, byte[]? bytes = null) => PutIn(Pictures, name, bytes);

    public static string PutIn(string folder, string name, byte[]? bytes = null)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes ?? PngBytes);
        return path;
    }

    public LocalFileException Refused(string path, FileAccessPolicy? policy = null)
        => Assert.Throws<LocalFileException>(() => LocalFile.Open(path, policy ?? Policy).Dispose());

    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => _temp.Dispose();
}
