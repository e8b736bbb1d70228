using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Studio.Store;

/// <summary>In a file of the data directory, which one process owns.</summary>
internal sealed class SqliteStudioDatabase(string path) : StudioDatabase
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = 10,
    }.ToString();

    public override bool IsShared => false;

    public override string Greatest => "MAX";

    // A transaction has the whole file.
    public override string ForUpdate => "";

    public override string Now => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await CheckAsync(connection, cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await connection.ExecuteAsync(Schema, cancellationToken);
        var known = (await connection.QueryAsync(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type='table'",
            row => (row.GetString(0), row.GetString(1)), cancellationToken)).ToHashSet();
        foreach (var (table, column, type) in LaterColumns.Where(later => !known.Contains((later.Table, later.Column))))
        {
            await connection.ExecuteAsync($"ALTER TABLE {table} ADD COLUMN {column} {type}", cancellationToken);
        }

        await connection.ExecuteAsync($"PRAGMA user_version={DataFormat}", cancellationToken);
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await CheckAsync(connection, cancellationToken);
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
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

    private static async Task CheckAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var found = Convert.ToInt32(await connection.ScalarAsync("PRAGMA user_version", cancellationToken), CultureInfo.InvariantCulture);
        if (found > DataFormat)
        {
            throw Newer(found);
        }
    }
}
