using System.Globalization;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.EndToEndTests.Shell;

/// <summary>The whole job from a shell, with the published program.</summary>
public sealed class MakeTests(ShellStage stage) : IClassFixture<ShellStage>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_pictures_become_the_file_that_was_named()
    {
        var path = _folder.File("my: film.mp4");

        using var run = await stage.MakeAsync([.. ShellStage.Quick, stage.First, stage.Second, "-o", path]);

        Assert.Equal((0, path), (run.ExitCode, run.FirstLine));
        var file = await MediaTools.ProbeAsync(path);
        var picture = file.GetProperty("streams").EnumerateArray().First(stream => stream.GetProperty("codec_type").GetString() == "video");
        Assert.Equal(480, picture.GetProperty("height").GetInt32());
        Assert.InRange(double.Parse(file.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture), 0.95, 1.05);
        Assert.Equal(["my: film.mp4"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        Assert.StartsWith("Connecting…\n", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output + run.Errors);
    }

    [Fact]
    public async Task A_script_reads_one_object_and_nothing_else()
    {
        using var run = await stage.MakeAsync([.. ShellStage.Quick, stage.First, "-o", _folder.File("a.webm"), "--aspect", "1:1", "--json"]);

        var made = run.Json();
        Assert.Equal((0, 0, ""), (run.ExitCode, made.GetProperty("exit_code").GetInt32(), run.Errors));
        Assert.Equal(
            ("done", "webm", "480x480", _folder.File("a.webm")),
            (made.GetProperty("status").GetString(), made.GetProperty("format").GetString(), made.GetProperty("resolution").GetString(), made.GetProperty("path").GetString()));
        Assert.Equal(new FileInfo(_folder.File("a.webm")).Length, made.GetProperty("bytes").GetInt64());
        Assert.StartsWith("prj_", made.GetProperty("project_id").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("job_", made.GetProperty("job_id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_by_force()
    {
        var path = _folder.File("kept.mp4");
        await File.WriteAllTextAsync(path, "precious");

        using var refused = await stage.MakeAsync([.. ShellStage.Quick, stage.First, "-o", path]);
        var kept = await File.ReadAllTextAsync(path);
        using var forced = await stage.MakeAsync([.. ShellStage.Quick, stage.First, "-o", path, "--force", "--quiet"]);

        Assert.Equal((9, "precious"), (refused.ExitCode, kept));
        Assert.Equal((0, path + "\n"), (forced.ExitCode, forced.Output.ReplaceLineEndings("\n")));
        Assert.True(new FileInfo(path).Length > 1000);
    }

    [Fact]
    public async Task Without_a_name_it_lies_with_the_other_exports_and_its_project_is_gone_on_with()
    {
        using var first = await stage.MakeAsync([.. ShellStage.Quick, stage.First, "--json"]);
        var (project, saved) = (first.Json().GetProperty("project_id").GetString()!, first.Json().GetProperty("path").GetString()!);

        using var second = await stage.MakeAsync("export it", "--project", project, "-o", _folder.File("two.mp4"), "--resolution", "480p", "--json");

        Assert.Equal((0, project), (second.ExitCode, second.Json().GetProperty("project_id").GetString()));
        Assert.Equal((stage.Exports, true), (Path.GetDirectoryName(saved), File.Exists(saved)));
        Assert.True(File.Exists(_folder.File("two.mp4")));
    }

    [Fact]
    public async Task What_cannot_be_done_ends_with_its_number()
    {
        Directory.CreateDirectory(_folder.File(".hidden"));
        File.Copy(stage.First, _folder.File(".hidden/a.png"));
        (string[] Arguments, int Exit, string Code)[] cases =
        [
            (["a film", _folder.File("nope.png")], 4, "file_not_found"),
            (["a film", _folder.File(".hidden/a.png")], 4, "hidden_folder"),
            (["a film", "/dev/zero"], 4, "outside_allowed_folders"),
            (["a film", stage.First, "-o", _folder.File("a.avi")], 2, "output_format_unknown"),
            (["a film", stage.First, "-o", _folder.File("no/a.mp4")], 9, "output_folder_missing"),
            (["a film", stage.First, "--preset", "fax"], 2, "invalid_argument"),
            ([stage.First], 2, "invalid_argument"),
            (["go on", "--project", "prj_nope"], 4, "project_not_found"),
        ];

        foreach (var (arguments, exit, code) in cases)
        {
            using var run = await stage.MakeAsync([.. arguments, "--json"]);

            var error = run.Json().GetProperty("error");
            Assert.Equal((exit, code), (run.ExitCode, error.GetProperty("code").GetString()));
            Assert.NotEmpty(error.GetProperty("message").GetString()!);
        }

        using var nothing = await ShellRun.OfAsync(["make"]);
        Assert.Equal(2, nothing.ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_render_and_says_what_remains()
    {
        using var run = stage.StartMaking("a 60 second slideshow", stage.First, stage.Second, "-o", _folder.File("never.mp4"), "--quality", "best");
        await run.UntilItSaysAsync("Rendering");

        await run.InterruptAsync();
        await run.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("no file was made", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.False(await IsBusyAsync());
    }

    [Fact]
    public async Task Without_ffmpeg_it_says_how_to_get_it()
    {
        await using var server = new PublishedServer();

        using var run = await ShellRun.OfAsync(
            ["make", .. ShellStage.Quick, stage.First, "-o", _folder.File("a.mp4"), "--data", server.DataFolder, "--backend", "studio"],
            environment: new() { ["VIDEOCREATEAI_FFMPEG"] = _folder.File("ffmpeg") });

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("ffmpeg is not installed on this machine. Install it:", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>The studio notes at its next report that the render is to end: a moment later.</summary>
    private async Task<bool> IsBusyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!limit.IsCancellationRequested)
        {
            using var clean = await stage.CleanAsync("--json");
            if (!clean.Json().GetProperty("projects").EnumerateArray().Any(project => project.GetProperty("busy").GetBoolean()))
            {
                return false;
            }
        }

        return true;
    }
}
