using Microsoft.Data.Sqlite;

namespace VideoCreateAi.EndToEndTests.Shell;

/// <summary>Two pictures and a data directory, for a person at a shell. One studio serves all tests of a class.</summary>
public sealed class ShellStage : IAsyncLifetime
{
    /// <summary>A wish and the options that make it quick.</summary>
    public static string[] Quick { get; } = ["a 1 second slideshow", "--resolution", "480p", "--quality", "draft", "--fps", "12"];

    private readonly PublishedServer _server = new();

    public string Data => _server.DataFolder;

    public string Exports => _server.OutputFolder;

    /// <summary>Beside all folders that files may be read from.</summary>
    public string Folder => _server.InputFolder;

    public string First => Path.Combine(Folder, "a.png");

    public string Second => Path.Combine(Folder, "b.png");

    public async Task InitializeAsync()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=640x480", "-frames:v", "1", First);
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "color=orange:s=640x480", "-frames:v", "1", Second);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    internal Task<ShellRun> MakeAsync(params string[] arguments) => ShellRun.OfAsync(["make", .. arguments, "--data", Data, "--backend", "studio"], environment: Environment);

    internal ShellRun StartMaking(params string[] arguments) => ShellRun.Start(["make", .. arguments, "--data", Data, "--backend", "studio"], environment: Environment);

    internal Task<ShellRun> CleanAsync(params string[] arguments) => ShellRun.OfAsync(["clean", .. arguments, "--data", Data], environment: Environment);

    /// <summary>As if it had been left alone for forty days.</summary>
    public async Task AgeAsync(string projectId)
    {
        await using var ledger = Open("ledger.db");
        var session = (string)(await ScalarAsync(ledger, $"SELECT session_id FROM projects WHERE project_id='{projectId}'"))!;
        await ScalarAsync(ledger, $"UPDATE projects SET used_ms=used_ms-{Days(40)} WHERE project_id='{projectId}'");
        await using var studio = Open("studio.db");
        foreach (var (table, column) in new[] { ("projects", "updated_ms"), ("project_media", "created_ms"), ("renders", "created_ms"), ("renders", "ended_ms") })
        {
            await ScalarAsync(studio, $"UPDATE {table} SET {column}={column}-{Days(40)} WHERE session_id='{session}'");
        }
    }

    private Dictionary<string, string?> Environment => new() { ["VIDEOCREATEAI_OUTPUT"] = Exports };

    private static long Days(int count) => count * 86_400_000L;

    private SqliteConnection Open(string name)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Data, name)};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
