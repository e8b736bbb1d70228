using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Studio.Store;

/// <summary>The studio's one database. Every state change is a transaction in it, synchronous to the disk:
/// what a reply has said survives the plug being pulled.</summary>
internal sealed class StudioDatabase
{
    /// <summary>The format of the data directory. A studio refuses a newer one.</summary>
    public const int DataFormat = 1;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS users (
            user_id TEXT PRIMARY KEY, client_id TEXT NOT NULL UNIQUE, created_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS tokens (
            hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, expires_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS credit_entries (
            user_id TEXT NOT NULL REFERENCES users, amount INTEGER NOT NULL, reason TEXT NOT NULL, created_ms INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS credit_entries_by_user ON credit_entries (user_id);
        CREATE TABLE IF NOT EXISTS brands (
            user_id TEXT PRIMARY KEY REFERENCES users, kit TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS projects (
            session_id TEXT PRIMARY KEY, task_id TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES users,
            name TEXT NOT NULL, language TEXT NOT NULL, head INTEGER NOT NULL DEFAULT 0,
            created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS versions (
            session_id TEXT NOT NULL REFERENCES projects, seq INTEGER NOT NULL, parent INTEGER NOT NULL,
            message TEXT NOT NULL, summary TEXT NOT NULL, draft TEXT, created_ms INTEGER NOT NULL,
            PRIMARY KEY (session_id, seq)) STRICT;
        CREATE TABLE IF NOT EXISTS project_media (
            session_id TEXT NOT NULL REFERENCES projects, media_id TEXT NOT NULL, position INTEGER NOT NULL,
            created_ms INTEGER NOT NULL, PRIMARY KEY (session_id, media_id)) STRICT;
        CREATE TABLE IF NOT EXISTS renders (
            id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES projects, user_id TEXT NOT NULL REFERENCES users,
            draft TEXT NOT NULL, output TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL DEFAULT 0,
            attempts_left INTEGER NOT NULL DEFAULT 3, owner TEXT, progress REAL NOT NULL DEFAULT 0,
            cancel_requested INTEGER NOT NULL DEFAULT 0, file TEXT, error_code TEXT, error TEXT, notes TEXT,
            bytes INTEGER, width INTEGER, height INTEGER, duration_ms INTEGER,
            created_ms INTEGER NOT NULL, ended_ms INTEGER) STRICT;
        CREATE INDEX IF NOT EXISTS renders_by_state ON renders (state);
        """;

    private readonly string _connectionString;

    public StudioDatabase(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();
    }

    /// <summary>Creates what is missing.</summary>
    /// <exception cref="InvalidDataException">A newer version wrote this directory.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var found = Convert.ToInt32(await connection.ScalarAsync("PRAGMA user_version", cancellationToken), CultureInfo.InvariantCulture);
        if (found > DataFormat)
        {
            throw new InvalidDataException(
                $"The data directory has format {found}; this version knows {DataFormat}. Update videocreateai, or choose another directory with --data.");
        }

        await connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await connection.ExecuteAsync(Schema, cancellationToken);
        if (await connection.ScalarAsync("SELECT 1 FROM pragma_table_info('renders') WHERE name='left_ms'", cancellationToken) is null)
        {
            // Came later. A studio that does not know it does not miss it, so the format is the same.
            await connection.ExecuteAsync("ALTER TABLE renders ADD COLUMN left_ms INTEGER", cancellationToken);
        }

        await connection.ExecuteAsync($"PRAGMA user_version={DataFormat}", cancellationToken);
    }

    /// <summary>The caller disposes it.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync("PRAGMA synchronous=FULL", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
