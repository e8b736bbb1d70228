using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The published program with the studio on its own machine.</summary>
internal sealed class FreeStage : IAsyncDisposable
{
    public const string Ledger = "ledger.db";

    private readonly TempFolder _folder = new();
    private readonly string _watched;
    private PublishedProgram? _program;
    private string? _project;

    /// <param name="watched">Whose operations on files count: <c>studio</c> or <c>gateway</c>.</param>
    public FreeStage(string watched)
    {
        _watched = watched;
        Page = new FaultPage(_folder.File("page"));
        Directory.CreateDirectory(_folder.File("in"));
    }

    public FaultPage Page { get; }

    public string DataFolder => _folder.File("data");

    public string OutputFolder => _folder.File("out");

    public PublishedProgram Program => _program!;

    /// <summary>Starts the program, once more where it ran before. The studio goes on.</summary>
    /// <returns>How long it took until it answered.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _program = await PublishedProgram.StartAsync(
            ["dotnet", PublishedProgram.Library, "--data", DataFolder, "--output", OutputFolder, "--allow-dir", _folder.File("in")],
            new Dictionary<string, string?>(BareEnvironment.Of(_folder.Path, "studio"))
            {
                ["LD_PRELOAD"] = FaultLibrary.Path,
                ["FAULT_PAGE"] = Page.Path,
                ["FAULT_FOLDERS"] = $"{DataFolder}:{OutputFolder}",
                ["FAULT_PROGRAM"] = _watched,
            });
        return _program.ReadyAfter;
    }

    /// <summary>A picture to hand over, of its own bytes: what two projects have is kept once.</summary>
    public async Task<string> PictureAsync(int number)
    {
        var path = Path.Combine(_folder.File("in"), Flow.Name(number));
        await File.WriteAllBytesAsync(path, [.. SmallPicture.Png, .. BitConverter.GetBytes(number)]);
        return path;
    }

    /// <summary>A job that is still running, to its end.</summary>
    public async Task<ToolReply> FinishAsync(ToolReply reply)
    {
        while (reply.Status == "running")
        {
            reply = (await Program.CallAsync("check_job", new JsonObject { ["job_id"] = reply.JobId, ["wait_seconds"] = 100 })).Job();
        }

        return reply;
    }

    /// <summary>A project with two steps and more, that stays.</summary>
    public async Task<string> ProjectAsync()
    {
        if (_project is null)
        {
            var made = await Program.CallAsync("create_video", new JsonObject
            {
                ["project_id"] = "new", ["text"] = "make a 1 second video of this picture without music", ["files"] = new JsonArray(await PictureAsync(0)), ["wait_seconds"] = 100,
            });
            _project = made.ProjectId!;
            var edited = await Program.CallAsync("edit_video", new JsonObject { ["project_id"] = _project, ["message"] = "add the title \"Dusk\"", ["wait_seconds"] = 100 });
            Assert.True(made.Status == "done" && edited.Status == "done", $"{made.Text} {edited.Text}");
        }

        return _project;
    }

    /// <summary>The ids of those in the ledger.</summary>
    public List<string> Projects() => Rows("SELECT project_id FROM projects", Ledger);

    public List<string> ProjectsNamed(string name) => Rows($"SELECT project_id FROM projects WHERE name='{name}'", Ledger);

    /// <summary>The kind of each step of a project, and which one was restored.</summary>
    public List<string> StepsOf(string project) => Rows($"SELECT kind || ' ' || COALESCE(restored, '') FROM steps WHERE project_id='{project}' ORDER BY number", Ledger);

    /// <summary>How many versions the studio has of a project.</summary>
    public int VersionsOf(string project) =>
        Rows($"SELECT session_id FROM versions WHERE session_id='{Rows($"SELECT session_id FROM projects WHERE project_id='{project}'", Ledger).Single()}'").Count;

    /// <summary>The first column of what is in a database now.</summary>
    /// <param name="database">The studio's own, or the ledger of its clients.</param>
    public List<string> Rows(string sql, string database = "studio.db")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(DataFolder, database)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string> found = [];
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    /// <summary>All files of a folder below the data directory, by their paths in it.</summary>
    public IReadOnlyList<string> Files(string folder) => Directory.Exists(Path.Combine(DataFolder, folder))
        ? [.. Directory.GetFiles(Path.Combine(DataFolder, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(path => Path.GetRelativePath(Path.Combine(DataFolder, folder), path)).Order(StringComparer.Ordinal)]
        : [];

    public Task EndStudioAsync() => StudioProcess.EndAsync(DataFolder);

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        await EndStudioAsync();
        Page.Dispose();
        _folder.Dispose();
    }
}
