using System.Diagnostics;
using System.Net.Sockets;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>A user's home with good files, and around and in it all that must never be read. Every file that may be read ends in
/// GOOD, every other one in CANARY, so that whatever comes out tells where it was from.</summary>
internal sealed class TrapFolders : IDisposable
{
    public static readonly byte[] PngHead = [0x89, .. "PNG\r\n\x1A\n"u8, .. "\0\0\0\rIHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

    private readonly TempFolder _temp = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public TrapFolders()
    {
        Root = RealPath.OfNearest(_temp.Path);
        Home = Path.Combine(Root, "home");
        Pictures = Path.Combine(Home, "Pictures");
        Elsewhere = Path.Combine(Root, "elsewhere");
        Data = Path.Combine(Home, "Documents", "server-data");
        Exports = Path.Combine(Home, "Videos", "VideoCreateAi");
        FillGood();
        FillTraps();
        Policy = new FileAccessPolicy(new FileAccessOptions
        {
            HomeFolder = Home,
            WorkingDirectory = Home,
            UserFolders = FileAccessOptions.CustomaryUserFolders(Home),
            OutputFolder = Exports,
            PrivateFolders = [Data],
        });
    }

    public string Root { get; }

    public string Home { get; }

    public string Pictures { get; }

    public string Elsewhere { get; }

    public string Data { get; }

    public string Exports { get; }

    public FileAccessPolicy Policy { get; }

    /// <summary>Puts the folders' paths in the place of their names in braces.</summary>
    public string Resolve(string text) => text
        .Replace("{home}", Home, StringComparison.Ordinal)
        .Replace("{pictures}", Pictures, StringComparison.Ordinal)
        .Replace("{elsewhere}", Elsewhere, StringComparison.Ordinal)
        .Replace("{exports}", Exports, StringComparison.Ordinal)
        .Replace("{data}", Data, StringComparison.Ordinal)
        .Replace("{root}", Root, StringComparison.Ordinal);

    public static string Put(string folder, string name, params byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _temp.Dispose();
    }

    private static byte[] Good => [.. PngHead, .. "GOOD"u8];

    private static byte[] Canary => [.. PngHead, .. "CANARY"u8];

    private void FillGood()
    {
        foreach (var name in new[] { "a.png", "sub/b.png", "%2e%2e.png", "$HOME.png", "with space.png", "quote'\".png", "fr%d.png", "x;y.png", "data:.png", "concat:a|b.png", "größe.png" })
        {
            Put(Pictures, name, Good);
        }

        Put(Path.Combine(Home, "Music"), "good.png", Good);
        File.WriteAllText(Path.Combine(Pictures, "script.txt"), "A title. GOOD");
        File.CreateSymbolicLink(Path.Combine(Pictures, "inside.png"), Path.Combine(Pictures, "a.png"));
        Directory.CreateDirectory(Path.Combine(Pictures, "folder.png"));
    }

    private void FillTraps()
    {
        foreach (var (folder, name) in new[]
        {
            (Elsewhere, "secret.png"), (Elsewhere, "deep/secret.png"), (Home, "top.png"), (Home + "_evil", "a.png"), (Pictures + "_evil", "a.png"),
            (Home, ".ssh/id.png"), (Home, ".config/x.png"), (Home, "Pictures/.hidden/x.png"), (Home, "Pictures/.x.png"), (Home, "Documents/.git/x.png"),
            (Home, "Pictures/.ssh/x.png"), (Home, "Pictures/sub/.gnupg/x.png"), (Data, "x.png"), (Data, "tokens/x.png"), (Home, "AppData/x.png"), (Home, "Pictures/..x/a.png"),
        })
        {
            Put(folder, name, Canary);
        }

        foreach (var (link, target) in new[]
        {
            ("out.png", Path.Combine(Elsewhere, "secret.png")), ("outdir", Elsewhere), ("updir", ".."), ("rootdir", "/"), ("ssh", Path.Combine(Home, ".ssh")),
            ("data", Data), ("proc", "/proc/self"), ("dev", "/dev"), ("loop.png", "loop.png"), ("loop-a.png", "loop-b.png"), ("loop-b.png", "loop-a.png"),
            ("dangling.png", "nowhere.png"), ("passwd.png", "/etc/passwd"), ("environ.png", "/proc/self/environ"), ("zero.png", "/dev/zero"), ("chain.png", "out.png"),
            ("relative.png", "../../elsewhere/secret.png"),
        })
        {
            File.CreateSymbolicLink(Path.Combine(Pictures, link), target);
        }

        if (!OperatingSystem.IsWindows())
        {
            Run("mkfifo", Path.Combine(Pictures, "pipe.png"));
            _socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(Pictures, "s.png")));
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
