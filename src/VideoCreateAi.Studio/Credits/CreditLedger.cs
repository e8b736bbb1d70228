using System.Globalization;
using VideoCreateAi.Protocol.Credits;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Credits;

/// <summary>Credits by entries, as a service would keep them. On the user's own machine nothing ever costs any,
/// so the balance stays at the starter amount.</summary>
internal sealed class CreditLedger(StudioDatabase database)
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
}
