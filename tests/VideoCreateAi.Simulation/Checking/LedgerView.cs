using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Simulation.Checking;

/// <summary>The second of the three logs, read past the product from the ledger's file.</summary>
internal sealed class LedgerView(string path) : IDisposable
{
    private SqliteConnection? _connection;

    public void Dispose() => _connection?.Dispose();

    public void Clear()
    {
        List<string> tables = [];
        using (var list = Command("SELECT name FROM sqlite_master WHERE type='table'"))
        using (var rows = list.ExecuteReader())
        {
            while (rows.Read())
            {
                tables.Add(rows.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            using var delete = Command($"DELETE FROM {table}");
            delete.ExecuteNonQuery();
        }
    }

    public List<Job> Jobs()
    {
        using var command = Command("SELECT job FROM jobs ORDER BY created_ms, job_id");
        using var rows = command.ExecuteReader();
        List<Job> jobs = [];
        while (rows.Read())
        {
            jobs.Add(JsonSerializer.Deserialize(rows.GetString(0), JobJson.Default.Job)!);
        }

        return jobs;
    }

    public string? ProjectOf(string sessionId)
    {
        using var command = Command("SELECT project_id FROM projects WHERE session_id=@session");
        command.Parameters.AddWithValue("@session", sessionId);
        return command.ExecuteScalar() as string;
    }

    private SqliteCommand Command(string sql)
    {
        if (_connection is null)
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            _connection.Open();
        }

        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
