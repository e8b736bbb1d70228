using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.SafetyTests.Catalogue;

namespace VideoCreateAi.SafetyTests.Generated;

/// <summary>Whatever path is written: what comes out was allowed to, told by what is in the files themselves.</summary>
public sealed class AnyPathTests : IDisposable
{
    private static readonly string[] s_starts =
    [
        "{pictures}/", "{pictures}/", "{pictures}/", "{home}/", "{home}/Documents/", "{elsewhere}/", "{root}/", "/", "", "~/", "~/Pictures/", "file://{pictures}/", "file://localhost{home}/", "file:///",
        "/proc/self/", "/proc/self/root/", "/dev/", "sandbox:", "{data}/", "{pictures}/../", "{pictures}/rootdir{pictures}/", "//", "{pictures}/./",
    ];

    private static readonly string[] s_parts =
    [
        "..", "..", "..", ".", "", "a.png", "sub", "b.png", "out.png", "outdir", "updir", "rootdir", "ssh", "data", "proc", "dev", ".hidden", ".x.png", ".ssh", ".gnupg", ".git", "secret.png", "deep",
        "top.png", "id.png", "x.png", "environ", "cwd", "self", "etc", "passwd", "Pictures", "Documents", "Music", "good.png", "server-data", "tokens", "home", "elsewhere", "pipe.png", "s.png", "loop.png", "loop-a.png",
        "chain.png", "relative.png", "inside.png", "script.txt", "folder.png", "dangling.png", "%2e%2e.png", "%2e%2e", "..x", "~", "$HOME.png", "nothing", "a.png ", "A.PNG", "\u202e", "größe.png", "a\0", "\ud800", "fr%d.png", "x;y.png", "...", "Pictures_evil",
    ];

    private static readonly string[] s_codes =
    [
        "outside_allowed_folders", "hidden_folder", "invalid_path", "not_a_file", "file_not_found", "path_too_long", "sandbox_path", "not_readable", "unsupported_file_type", "empty_file",
    ];

    private readonly TrapFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void What_is_read_was_allowed_whatever_the_path()
    {
        var opened = 0;
        var separators = Gen.Elements("/", "/", "/", "/", "//", "/./", "\\");
        var part = Gen.Zip(Gen.Elements(s_parts), separators).Select(pair => pair.Item1 + pair.Item2);
        var path = Gen.Zip(Gen.Elements(s_starts), part.ArrayOf()).Select(pair => _folders.Resolve(pair.Item1 + string.Concat(pair.Item2)).TrimEnd('/'));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(80_000 * ProofSize.Times).WithEndSize(7), Prop.ForAll(path.ToArbitrary(), text =>
        {
            if (Read(text) is { } content)
            {
                opened++;
                Assert.EndsWith("GOOD", content, StringComparison.Ordinal);
            }
        }));

        Assert.True(opened > 500, $"only {opened} of the paths led to a file, so little was tried");
    }

    [Fact]
    public async Task A_file_that_is_exchanged_while_it_is_opened_is_never_read_from_outside()
    {
        var path = Path.Combine(_folders.Pictures, "swap.png");
        var (good, link) = (Path.Combine(_folders.Pictures, "swap-good"), Path.Combine(_folders.Pictures, "swap-link"));
        using var done = new CancellationTokenSource();
        var swapping = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                File.Copy(Path.Combine(_folders.Pictures, "a.png"), good, overwrite: true);
                File.Move(good, path, overwrite: true);
                File.CreateSymbolicLink(link, Path.Combine(_folders.Elsewhere, "secret.png"));
                File.Move(link, path, overwrite: true);
            }
        });

        var (opened, refused) = (0, 0);
        for (var attempt = 0; attempt < 20_000 * ProofSize.Times || ((opened == 0 || refused == 0) && attempt < 2_000_000); attempt++)
        {
            if (Read(path) is { } content)
            {
                opened++;
                Assert.DoesNotContain("CANARY", content, StringComparison.Ordinal);
            }
            else
            {
                refused++;
            }
        }

        await done.CancelAsync();
        await swapping;
        Assert.True(opened > 0 && refused > 0, $"{opened} opened, {refused} refused: there was no race");
    }

    /// <returns>Null when it was refused, which must be by a code that there is.</returns>
    private string? Read(string path)
    {
        try
        {
            using var file = LocalFile.Open(path, _folders.Policy);
            if (file.Text is { } text)
            {
                return text;
            }

            using var content = file.OpenRead();
            var bytes = new byte[file.Length];
            content.ReadExactly(bytes);
            return Encoding.Latin1.GetString(bytes);
        }
        catch (LocalFileException refusal) when (s_codes.Contains(refusal.Code) || refusal.Code == "file_changed")
        {
            return null;
        }
    }
}
