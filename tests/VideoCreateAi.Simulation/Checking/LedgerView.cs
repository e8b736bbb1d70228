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
    private SqliteCommand? _steps;

    private SqliteCommand? _mark;

    public void Dispose()
    {
        _mark?.Dispose();
        _clear?.Dispose();
        _jobs?.Dispose();
        _steps?.Dispose();
        _project?.Dispose();
        _connection?.Dispose();
    }

    public void Clear()
    {
        Watch();
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

    /// <summary>The steps of all histories: whose each is, and its draft where it can be read.</summary>
    public List<(string JobId, byte[]? Draft)> Steps()
    {
        _steps ??= Command("SELECT job_id, draft, length, digest FROM steps ORDER BY project_id, number");
        using var rows = _steps.ExecuteReader();
        List<(string, byte[]?)> steps = [];
        while (rows.Read())
        {
            steps.Add((rows.GetString(0), DraftPack.Unpack(rows.GetFieldValue<byte[]>(1), rows.GetInt32(2), rows.GetString(3))?.Utf8.ToArray()));
        }

        return steps;
    }

    public void ForgetSteps()
    {
        using var command = Command("DELETE FROM steps");
        command.ExecuteNonQuery();
    }

    public string? ProjectOf(string sessionId)
    {
        _project ??= Command("SELECT project_id FROM projects WHERE session_id=@session");
        _project.Parameters.Clear();
        _project.Parameters.AddWithValue("@session", sessionId);
        return _project.ExecuteScalar() as string;
    }

    /// <summary>A number that grows with every change of a job's row.</summary>
    public long Mark()
    {
        _mark ??= Command("SELECT coalesce(max(number), 0) FROM simulated_changes");
        return (long)_mark.ExecuteScalar()!;
    }

    /// <summary>Takes back a process's last change, as if it had died before it made it. Only the last one: between two of
    /// them there may be a change of the disk that stays.</summary>
    /// <param name="since">What was changed before this mark had been seen by somebody.</param>
    /// <returns>How many were taken back.</returns>
    public int TakeBack(long since, string owner)
    {
        using var command = Command(
            """
            BEGIN;
            CREATE TEMP TABLE IF NOT EXISTS last_change (number INTEGER);
            DELETE FROM last_change;
            INSERT INTO last_change SELECT number FROM simulated_changes WHERE number > @since AND owner = @owner ORDER BY number DESC LIMIT 1;
            UPDATE jobs SET state=old.state, edits=old.edits, delivered=old.delivered, job=old.job
            FROM (SELECT * FROM simulated_changes WHERE number IN (SELECT number FROM last_change)) AS old WHERE jobs.job_id=old.job_id;
            COMMIT;
            """);
        command.Parameters.AddWithValue("@since", since);
        command.Parameters.AddWithValue("@owner", owner);
        command.ExecuteNonQuery();
        using var count = Command("SELECT count(*) FROM last_change");
        return (int)(long)count.ExecuteScalar()!;
    }

    /// <summary>Has the file itself remember each row as it was before a change.</summary>
    private void Watch()
    {
        if (_clear is null)
        {
            using var command = Command(
                """
                CREATE TABLE IF NOT EXISTS simulated_changes (
                    number INTEGER PRIMARY KEY, job_id TEXT, owner TEXT, state TEXT, edits INTEGER, delivered INTEGER, job TEXT);
                CREATE TRIGGER IF NOT EXISTS simulated_change AFTER UPDATE ON jobs WHEN old.owner = new.owner AND old.job <> new.job BEGIN
                    INSERT INTO simulated_changes (job_id, owner, state, edits, delivered, job)
                    VALUES (old.job_id, old.owner, old.state, old.edits, old.delivered, old.job);
                END;
                """);
            command.ExecuteNonQuery();
        }
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
