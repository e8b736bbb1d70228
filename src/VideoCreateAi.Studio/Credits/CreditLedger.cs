using System.Globalization;
using VideoCreateAi.Protocol.Credits;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Credits;

/// <summary>Credits by entries. On the user's own machine nothing ever costs any, so the balance stays at the starter amount; in a farm
/// exports cost those users who pay.</summary>
internal sealed class CreditLedger(StudioDatabase database, TimeProvider clock)
{
    public const int StarterCredits = 100;

    public async Task<CreditBalance> BalanceAsync(string userId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var sum = await connection.ScalarAsync(
            "SELECT SUM(amount) FROM credit_entries WHERE user_id=@user", cancellationToken, ("user", userId));
        var total = Convert.ToInt32(sum ?? 0, CultureInfo.InvariantCulture);
        return new CreditBalance { Available = total, Frozen = 0, Total = total };
    }

    /// <summary>Gives back what exports cost that came to nothing. Each once, however many nodes do it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var owed = await connection.QueryAsync(
            "SELECT id, user_id, charged FROM renders WHERE charged > 0 AND state IN ('failed', 'cancelled')",
            row => (Id: row.GetString(0), User: row.GetString(1), Credits: row.GetInt64(2)), cancellationToken);
        foreach (var (id, user, amount) in owed)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (await connection.ExecuteAsync("UPDATE renders SET charged=0 WHERE id=@id AND charged > 0", cancellationToken, ("id", id)) > 0)
            {
                await connection.ExecuteAsync(
                    "INSERT INTO credit_entries (user_id, amount, reason, created_ms) VALUES (@user, @amount, @reason, @now)",
                    cancellationToken, ("user", user), ("amount", amount), ("reason", $"refund {id}"), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }
}
