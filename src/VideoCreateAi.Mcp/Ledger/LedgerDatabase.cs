using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Ledger;

/// <summary>What this machine's MCP servers remember together: projects and jobs. A row is on the disk before
/// the side effect that it tells of.</summary>
internal sealed partial class LedgerDatabase : IAsyncDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int Constraint = 19;

    private static readonly int[] s_unwritable = [5 /* busy for too long */, 8 /* read only */, 10 /* I/O */, 13 /* full */, 14 /* cannot open */];

    private readonly string _path;
    private readonly ILogger<LedgerDatabase> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteConnection? _connection;

    public LedgerDatabase(string path, ILogger<LedgerDatabase> logger)
    {
        _path = path;
        _logger = logger;
    }

    /// <summary>False when the disk took no ledger and it lives in memory: then nothing that costs money may be begun.
    /// Known after the first use.</summary>
    public bool IsDurable { get; private set; } = true;

    /// <summary>What the user should hear about the ledger; null when all is well. Known after the first use.</summary>
    public string? Notice { get; private set; }

    public Task<int> ExecuteAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken cancellationToken) =>
        ToldAsync(() => RunAsync(sql, bind, static command => command.ExecuteNonQueryAsync(CancellationToken.None), cancellationToken));

    public Task<List<T>> QueryAsync<T>(
        string sql, Action<SqliteParameterCollection> bind, Func<SqliteDataReader, T> read, CancellationToken cancellationToken) => RunAsync(
        sql,
        bind,
        async command =>
        {
            await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
            List<T> found = [];
            while (await rows.ReadAsync(CancellationToken.None))
            {
                found.Add(read(rows));
            }

            return found;
        },
        cancellationToken);

    /// <summary>Opens it, or says why not, before anything depends on it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _connection) is not null)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is null)
            {
                Volatile.Write(ref _connection, await OpenFileAsync() ?? await OpenMemoryAsync());
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }

        _gate.Dispose();
    }

    /// <summary>One connection and one prepared command a statement: opening and preparing cost more than the work itself.</summary>
    private async Task<T> RunAsync<T>(
        string sql, Action<SqliteParameterCollection> bind, Func<SqliteCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await run(Command(sql, bind));
        }
        finally
        {
            _gate.Release();
        }
    }

    private SqliteCommand Command(string sql, Action<SqliteParameterCollection> bind)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection!.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Parameters.Clear();
        bind(command.Parameters);
        return command;
    }

    /// <summary>A change, with the faults that its caller has an answer to.</summary>
    private static async Task<int> ToldAsync(Func<Task<int>> change)
    {
        try
        {
            return await change();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Constraint)
        {
            throw new LedgerConflictException(fault);
        }
        catch (SqliteException fault) when (s_unwritable.Contains(fault.SqliteErrorCode))
        {
            throw new LedgerUnwritableException(fault);
        }
    }

    private async Task<SqliteConnection?> OpenFileAsync()
    {
        var target = new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = 10, Pooling = false }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            try
            {
                return await OpenAsync(target);
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NotADatabase)
            {
                SetAside();
                return await OpenAsync(target);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            || (fault is SqliteException { SqliteErrorCode: var code } && s_unwritable.Contains(code)))
        {
            LogInMemory(fault);
            return null;
        }
    }

    private async Task<SqliteConnection> OpenMemoryAsync()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await UpgradeAsync(connection);
        Notice = "The data directory cannot be written, so projects and jobs are remembered only until this server ends, and nothing that costs credits is begun. Free space there or choose another with --data.";
        IsDurable = false;
        return connection;
    }

    private static async Task<SqliteConnection> OpenAsync(string target)
    {
        var connection = new SqliteConnection(target);
        try
        {
            await connection.OpenAsync();
            if (await ScalarAsync(connection, "PRAGMA integrity_check(1)") is not "ok")
            {
                throw new SqliteException("The ledger is damaged.", Corrupt);
            }

            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL");
            await ExecuteAsync(connection, "PRAGMA synchronous=FULL");

            // Its usual length is four megabytes: on a disk that is nearly full the log of a small ledger would be what fills it.
            await ExecuteAsync(connection, "PRAGMA wal_autocheckpoint=64");
            await UpgradeAsync(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task UpgradeAsync(SqliteConnection connection)
    {
        // Immediate: two servers that start together upgrade one after the other, and the second finds it done.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = Convert.ToInt32(await ScalarAsync(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        for (; version < LedgerSchema.Steps.Count; version++)
        {
            await ExecuteAsync(connection, LedgerSchema.Steps[version]);
            await ExecuteAsync(connection, FormattableString.Invariant($"PRAGMA user_version={version + 1}"));
        }

        await transaction.CommitAsync();
    }

    /// <summary>A damaged file is kept for whoever wants to look, and nothing is resumed from it.</summary>
    private void SetAside()
    {
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(_path + ending))
            {
                File.Move(_path + ending, $"{_path}.bad{ending}", overwrite: true);
            }
        }

        Notice = "The list of projects and jobs (ledger.db) was damaged and has been set aside as ledger.db.bad. Earlier jobs are not resumed and earlier projects are not listed; exported files are where they were.";
        LogSetAside();
    }

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger cannot be kept on disk; it lives in memory until this server ends.")]
    private partial void LogInMemory(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger was damaged and has been set aside.")]
    private partial void LogSetAside();
}
