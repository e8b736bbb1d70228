using System.Text.Json;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.EndToEndTests.Shell;

/// <summary>Space is freed beside a studio that runs, and nothing that anybody needs goes with it.</summary>
public sealed class CleanTests(ShellStage stage) : IClassFixture<ShellStage>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cache_and_old_projects_go_and_exports_and_what_is_rendered_stay()
    {
        using var made = await stage.MakeAsync(["a 2 second slideshow with calm music", .. ShellStage.Quick[1..], stage.First, "--json"]);
        var (old, export) = (made.Json().GetProperty("project_id").GetString()!, made.Json().GetProperty("path").GetString()!);
        await stage.AgeAsync(old);
        using var running = stage.StartMaking("a 60 second slideshow", stage.First, stage.Second, "-o", _folder.File("never.mp4"), "--quality", "best");
        await running.UntilItSaysAsync("Rendering");

        var clip = Path.Combine(Directory.CreateDirectory(Path.Combine(stage.Data, "clips")).FullName, "prj_0-1.mp4");
        await File.WriteAllBytesAsync(clip, new byte[1000]);
        using var look = await stage.CleanAsync("--all", "--projects-older-than", "30d", "--dry-run", "--json");
        using var unasked = await stage.CleanAsync("--projects-older-than", "30d");
        using var clean = await stage.CleanAsync("--all", "--projects-older-than", "30d", "--yes", "--json");

        Assert.Equal([old], Ids(look, "deleted"));
        Assert.Contains(old, Ids(look, "projects"));
        Assert.Equal((8, true), (unasked.ExitCode, unasked.Errors.Contains(old, StringComparison.Ordinal)));
        Assert.Equal(0, clean.ExitCode);
        Assert.Equal([old], Ids(clean, "deleted"));
        Assert.DoesNotContain(old, Ids(clean, "projects"));
        Assert.Single(clean.Json().GetProperty("projects").EnumerateArray(), project => project.GetProperty("busy").GetBoolean());
        Assert.True(Place(look, "music").GetProperty("bytes").GetInt64() > 0);
        Assert.Equal(0, Place(clean, "music").GetProperty("bytes").GetInt64());
        Assert.Equal(Place(look, "media").GetProperty("files").GetInt32() - 1, Place(clean, "media").GetProperty("files").GetInt32());
        Assert.True(clean.Json().GetProperty("freed_bytes").GetInt64() > Place(look, "music").GetProperty("bytes").GetInt64());
        Assert.Equal((1000, 0), (Place(look, "clips").GetProperty("bytes").GetInt64(), Place(clean, "clips").GetProperty("bytes").GetInt64()));
        Assert.False(File.Exists(clip));
        Assert.True(File.Exists(export));

        await running.InterruptAsync();
        await running.EndAsync();
        Assert.Equal(130, running.ExitCode);
    }

    [Fact]
    public async Task A_person_sees_lines_without_escapes_and_an_empty_directory_stays_unmade()
    {
        using var made = await stage.MakeAsync([.. ShellStage.Quick, stage.First, "--json"]);
        using var shown = await stage.CleanAsync();
        using var empty = await ShellRun.OfAsync(["clean", "--data", _folder.File("none")]);

        Assert.Equal((0, 0), (shown.ExitCode, empty.ExitCode));
        Assert.Contains(made.Json().GetProperty("project_id").GetString()!, shown.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was removed.", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', shown.Output + shown.Errors);
        Assert.False(Directory.Exists(_folder.File("none")));
    }

    private static List<string> Ids(ShellRun run, string list) =>
        [.. run.Json().GetProperty(list).EnumerateArray().Select(project => project.GetProperty("project_id").GetString()!)];

    private static JsonElement Place(ShellRun run, string name) =>
        run.Json().GetProperty("places").EnumerateArray().First(place => place.GetProperty("name").GetString() == name);
}
