using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace VideoCreateAi.Studio.Store;

/// <summary>A PostgreSQL that several nodes share, version 13 or later. The only class that knows Npgsql, which is therefore loaded
/// where there is such a database and nowhere else.</summary>
internal sealed class PostgresStudioDatabase : StudioDatabase, IAsyncDisposable
{
    // Any number that no other program takes: whoever holds it may change the tables.
    private const long MigrationLock = 0x7663_6169;
    private const int LongestWaitSeconds = 15;
    private const int LongestIdleMilliseconds = 5000;

    private readonly NpgsqlDataSource _source;

    /// <param name="connectionString">In Npgsql's words. What it leaves out gets values that suit a farm: short waits, few connections.</param>
    public PostgresStudioDatabase(string connectionString, string node)
    {
        var asked = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = node };
        if (!connectionString.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
        {
            asked.MaxPoolSize = 20;
        }

        asked.Timeout = LongestWaitSeconds;
        asked.CommandTimeout = LongestWaitSeconds;

        // A node that is frozen within a transaction would keep its locks, and with them everybody from the queue.
        asked.Options = $"{asked.Options} -c idle_in_transaction_session_timeout={LongestIdleMilliseconds}".Trim();

        // A cable that was pulled is noticed within half a minute, not after hours.
        asked.KeepAlive = 10;
        ConnectionString = asked.ConnectionString;
        _source = NpgsqlDataSource.Create(asked);
    }

    /// <summary>With the password in it: for the job engine alone.</summary>
    public string ConnectionString { get; }

    public override bool IsShared => true;

    public override string Greatest => "GREATEST";

    public override string ForUpdate => " FOR UPDATE";

    public override string Now => "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Nodes that start together make the tables one after the other.
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", cancellationToken, ("key", MigrationLock));
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS studio_format (format BIGINT NOT NULL)", cancellationToken);
        var found = await FormatAsync(connection, cancellationToken);
        if (found > DataFormat)
        {
            throw Newer(found);
        }

        await connection.ExecuteAsync(Translated(Schema), cancellationToken);
        foreach (var (table, column, type) in LaterColumns)
        {
            await connection.ExecuteAsync($"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {column} {Translated(type)}", cancellationToken);
        }

        // Only what was measured is done: a worker may not write the columns of the measurement.
        await connection.ExecuteAsync(
            """
            ALTER TABLE renders DROP CONSTRAINT IF EXISTS renders_done_is_measured;
            ALTER TABLE renders ADD CONSTRAINT renders_done_is_measured CHECK (state <> 'done' OR bytes IS NOT NULL);
            """,
            cancellationToken);
        await connection.ExecuteAsync(
            found == 0 ? "INSERT INTO studio_format VALUES (@format)" : "UPDATE studio_format SET format=@format", cancellationToken, ("format", (long)DataFormat));
        await transaction.CommitAsync(cancellationToken);
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (await connection.ScalarAsync("SELECT 1 WHERE to_regclass('studio_format') IS NOT NULL", cancellationToken) is null)
        {
            throw new InvalidDataException("The database has no tables of the studio yet. Start an API node, or run: videocreateai studio migrate --db ...");
        }

        var found = await FormatAsync(connection, cancellationToken);
        if (found != DataFormat)
        {
            throw found > DataFormat ? Newer(found) : new InvalidDataException("The database is of an older format. Run: videocreateai studio migrate --db ...");
        }
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <summary>Lets a role do a worker's work and nothing else: it sees no users, keys, credits or projects, and cannot publish a file.</summary>
    /// <exception cref="InvalidDataException">It is not the plain name of a role.</exception>
    public async Task GrantWorkerAsync(string role, CancellationToken cancellationToken)
    {
        if (role.Length is 0 or > 63 || !role.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(role[0]))
        {
            throw new InvalidDataException($"'{role}' is not the name of a role: letters, digits and _.");
        }

        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            $"""
            GRANT SELECT, UPDATE (state, stage, attempt, attempts_left, owner, progress, left_ms, error_code, error, ended_ms) ON renders TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON parts, workers TO {role};
            GRANT SELECT, INSERT ON offers TO {role};
            GRANT SELECT ON studio_format TO {role};
            """,
            cancellationToken);
        var engine = await connection.QueryAsync(
            "SELECT tablename FROM pg_tables WHERE schemaname=current_schema() AND tablename LIKE 'qrtz\\_%'", row => row.GetString(0), cancellationToken);
        foreach (var table in engine)
        {
            await connection.ExecuteAsync($"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {role}", cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<int> FormatAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Convert.ToInt32(await connection.ScalarAsync("SELECT MAX(format) FROM studio_format", cancellationToken) ?? 0, CultureInfo.InvariantCulture);

    private static string Translated(string sql) => sql
        .Replace("INTEGER", "BIGINT", StringComparison.Ordinal)
        .Replace("REAL", "DOUBLE PRECISION", StringComparison.Ordinal)
        .Replace(") STRICT", ")", StringComparison.Ordinal);
}
