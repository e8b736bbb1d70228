using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Mcp.Ledger;

internal sealed partial class LedgerDatabase
{
    /// <summary>Carries out all of these or none. None when the first changes no row: the others rest on it.</summary>
    /// <returns>How many rows the first changed.</returns>
    public async Task<int> ExecuteTogetherAsync(IReadOnlyList<LedgerStatement> statements, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await ToldAsync(async () =>
            {
                // Immediate: what the later ones read is what the first has seen.
                await Command("BEGIN IMMEDIATE", _ => { }).ExecuteNonQueryAsync(CancellationToken.None);
                try
                {
                    var changed = await Command(statements[0].Sql, statements[0].Bind).ExecuteNonQueryAsync(CancellationToken.None);
                    foreach (var statement in changed > 0 ? statements.Skip(1) : [])
                    {
                        await Command(statement.Sql, statement.Bind).ExecuteNonQueryAsync(CancellationToken.None);
                    }

                    await Command("COMMIT", _ => { }).ExecuteNonQueryAsync(CancellationToken.None);
                    return changed;
                }
                catch
                {
                    await TakeBackAsync();
                    throw;
                }
            });
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task TakeBackAsync()
    {
        try
        {
            await Command("ROLLBACK", _ => { }).ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (SqliteException)
        {
            // Some failures, such as a full disk, have taken it back already.
        }
    }
}
