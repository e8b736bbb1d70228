using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Simulation.Checking;

/// <summary>The second of the three logs, read past the product from the ledger's file.</summary>
internal sealed class LedgerView(string path) : IDisposable
{
    private SqliteConnection? _connection;
    private SqliteCommand? _clear;
    private SqliteCommand? _jobs;
    private SqliteCommand? _project;

    public void Dispose()
    {
        _clear?.Dispose();
        _jobs?.Dispose();
        _project?.Dispose();
        _connection?.Dispose();
    }

    public void Clear()
    {
        _clear ??= Command($"BEGIN;{string.Concat(Tables().Select(table => $"DELETE FROM {table};"))}COMMIT;");
        _clear.ExecuteNonQuery();
    }

    public List<Job> Jobs()
    {
        _jobs ??= Command("SELECT job FROM jobs ORDER BY created_ms, job_id");
        using var rows = _jobs.ExecuteReader();
        List<Job> jobs = [];
        while (rows.Read())
        {
            jobs.Add(JsonSerializer.Deserialize(rows.GetString(0), JobJson.Default.Job)!);
        }

        return jobs;
    }

    public string? ProjectOf(string sessionId)
    {
        _project ??= Command("SELECT project_id FROM projects WHERE session_id=@session");
        _project.Parameters.Clear();
        _project.Parameters.AddWithValue("@session", sessionId);
        return _project.ExecuteScalar() as string;
    }

    private List<string> Tables()
    {
        using var list = Command("SELECT name FROM sqlite_master WHERE type='table'");
        using var rows = list.ExecuteReader();
        List<string> tables = [];
        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    private SqliteCommand Command(string sql)
    {
        if (_connection is null)
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            _connection.Open();
            using var quick = _connection.CreateCommand();
            quick.CommandText = "PRAGMA synchronous=OFF";
            quick.ExecuteNonQuery();
        }

        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
