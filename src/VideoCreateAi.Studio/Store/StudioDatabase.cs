using System.Data.Common;

namespace VideoCreateAi.Studio.Store;

/// <summary>The studio's one database: SQLite in the data directory, or PostgreSQL that several nodes share. Every state change is a
/// transaction in it, synchronous to the disk: what a reply has said survives the plug being pulled.</summary>
internal abstract class StudioDatabase
{
    /// <summary>The format of the tables. A studio refuses a newer one.</summary>
    public const int DataFormat = 1;

    /// <summary>In SQLite's words; PostgreSQL has other names for the types. Rows of parts, offers and workers have no foreign keys:
    /// those who write them may not read what they would point at.</summary>
    protected const string Schema = """
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
        CREATE TABLE IF NOT EXISTS parts (
            render_id TEXT NOT NULL, part INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, first_frame INTEGER NOT NULL,
            frames INTEGER NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL DEFAULT 0, attempts_left INTEGER NOT NULL DEFAULT 3,
            owner TEXT, frames_done INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (render_id, part)) STRICT;
        CREATE INDEX IF NOT EXISTS parts_by_state ON parts (state);
        CREATE TABLE IF NOT EXISTS offers (
            render_id TEXT NOT NULL, attempt INTEGER NOT NULL, file TEXT NOT NULL, notes TEXT NOT NULL,
            created_ms INTEGER NOT NULL, PRIMARY KEY (render_id, attempt)) STRICT;
        CREATE TABLE IF NOT EXISTS workers (
            worker_id TEXT PRIMARY KEY, slots INTEGER NOT NULL, seen_ms INTEGER NOT NULL) STRICT;
        """;

    /// <summary>What came later: a studio that does not know a column does not miss it, so the format is the same.</summary>
    protected static readonly IReadOnlyList<(string Table, string Column, string Type)> LaterColumns =
    [
        ("renders", "left_ms", "INTEGER"),
        ("renders", "stage", "TEXT"),
        ("renders", "charged", "INTEGER NOT NULL DEFAULT 0"),
        ("users", "name", "TEXT"),
        ("users", "most_renders", "INTEGER"),
        ("users", "pays", "INTEGER NOT NULL DEFAULT 0"),
        ("tokens", "scopes", "TEXT"),
    ];

    /// <summary>Whether other nodes work with it too.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The function that is the greatest of its arguments.</summary>
    public abstract string Greatest { get; }

    /// <summary>Ends a SELECT whose row nobody else may change until the transaction ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The time by the database's clock, in milliseconds since 1970: the one clock that all nodes share.</summary>
    public abstract string Now { get; }

    /// <summary>Creates what is missing.</summary>
    /// <exception cref="InvalidDataException">A newer version wrote it.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The caller disposes it.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>For a worker: the tables are another's to make, and must be there.</summary>
    /// <exception cref="InvalidDataException">They are not there yet, or of another version.</exception>
    public abstract Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>How far this machine's clock is ahead of the database's, without the time that the question takes.</summary>
    public async Task<TimeSpan> ClockLeadAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var asked = clock.GetUtcNow();
        var there = (long)(await connection.ScalarAsync($"SELECT {Now}", cancellationToken))!;
        return asked + ((clock.GetUtcNow() - asked) / 2) - DateTimeOffset.FromUnixTimeMilliseconds(there);
    }

    protected static InvalidDataException Newer(int found) => new(
        $"The database has format {found}; this version knows {DataFormat}. Update videocreateai, or choose another data directory or database.");
}
