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

    private static readonly int[] s_unwritable = [8 /* read only */, 10 /* I/O */, 13 /* full */, 14 /* cannot open */];

    private readonly string _path;
    private readonly ILogger<LedgerDatabase> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _connectionString;
    private SqliteConnection? _keepsMemory;

    public LedgerDatabase(string path, ILogger<LedgerDatabase> logger)
    {
        _path = path;
        _logger = logger;
    }

    /// <summary>False when the disk took no ledger and it lives in memory: then nothing that costs money may be begun.
    /// Known after the first use.</summary>
    public bool IsDurable => Volatile.Read(ref _keepsMemory) is null;

    /// <summary>What the user should hear about the ledger; null when all is well. Known after the first use.</summary>
    public string? Notice { get; private set; }

    public async Task<int> ExecuteAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            bind(command.Parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken);
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

    /// <summary>Opens it, or says why not, before anything depends on it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _connectionString) is not null)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connectionString is null)
            {
                Volatile.Write(ref _connectionString, await OpenFileAsync() ?? await OpenMemoryAsync());
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_keepsMemory is { } memory)
        {
            await memory.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await RunAsync(connection, "PRAGMA synchronous=FULL");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<string?> OpenFileAsync()
    {
        var target = new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = 10 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            try
            {
                await PrepareAsync(target);
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NotADatabase)
            {
                SetAside(target);
                await PrepareAsync(target);
            }

            return target;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            || (fault is SqliteException { SqliteErrorCode: var code } && s_unwritable.Contains(code)))
        {
            LogInMemory(fault);
            return null;
        }
    }

    private async Task<string> OpenMemoryAsync()
    {
        var target = new SqliteConnectionStringBuilder
        {
            DataSource = $"ledger-{Guid.NewGuid():N}", Mode = SqliteOpenMode.Memory, Cache = SqliteCacheMode.Shared,
        }.ToString();

        // A shared memory database lasts as long as one connection to it.
        var keeper = new SqliteConnection(target);
        await keeper.OpenAsync();
        await UpgradeAsync(keeper);
        Volatile.Write(ref _keepsMemory, keeper);
        Notice = "The data directory cannot be written, so projects and jobs are remembered only until this server ends, and nothing that costs credits is begun. Free space there or choose another with --data.";
        return target;
    }

    private static async Task PrepareAsync(string target)
    {
        await using var connection = new SqliteConnection(target);
        await connection.OpenAsync();
        if (await ScalarAsync(connection, "PRAGMA integrity_check(1)") is not "ok")
        {
            throw new SqliteException("The ledger is damaged.", Corrupt);
        }

        await RunAsync(connection, "PRAGMA journal_mode=WAL");
        await UpgradeAsync(connection);
    }

    private static async Task UpgradeAsync(SqliteConnection connection)
    {
        // Immediate: two servers that start together upgrade one after the other, and the second finds it done.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = Convert.ToInt32(await ScalarAsync(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        for (; version < LedgerSchema.Steps.Count; version++)
        {
            await RunAsync(connection, LedgerSchema.Steps[version]);
            await RunAsync(connection, FormattableString.Invariant($"PRAGMA user_version={version + 1}"));
        }

        await transaction.CommitAsync();
    }

    /// <summary>A damaged file is kept for whoever wants to look, and nothing is resumed from it.</summary>
    private void SetAside(string target)
    {
        SqliteConnection.ClearPool(new SqliteConnection(target));
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

    private static async Task RunAsync(SqliteConnection connection, string sql)
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
