using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Mcp.Ledger;

/// <summary>What this machine's MCP servers remember together: projects and jobs. A row is on the disk before
/// the side effect that it tells of.</summary>
internal sealed class LedgerDatabase
{
    private const string Schema = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE IF NOT EXISTS projects (
            project_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, backend TEXT NOT NULL, name TEXT NOT NULL,
            language TEXT NOT NULL, created_ms INTEGER NOT NULL, used_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS jobs (
            job_id TEXT PRIMARY KEY, project_id TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL,
            delivered INTEGER NOT NULL, created_ms INTEGER NOT NULL, job TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS jobs_by_age ON jobs (created_ms);
        """;

    private readonly string _connectionString;
    private readonly Lazy<Task> _prepared;

    public LedgerDatabase(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _prepared = new Lazy<Task>(() => PrepareAsync(path));
    }

    public async Task<int> ExecuteAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command.Parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<List<T>> QueryAsync<T>(
        string sql, Action<SqliteParameterCollection> bind, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command.Parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<T> found = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(rows));
        }

        return found;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _prepared.Value.WaitAsync(cancellationToken);
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task PrepareAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Schema;
        await command.ExecuteNonQueryAsync();
    }
}
