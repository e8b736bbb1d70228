using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Credits;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    public Task<CreditBalance> GetCreditsAsync(CancellationToken cancellationToken) =>
        CallAsync(() => Get(Routes.CreditBalance), Read(CallScope.Account), ReadCredits, cancellationToken);

    private static CreditBalance ReadCredits(JsonElement data) => new()
    {
        Available = data.Integer("available") ?? throw Unreadable("the credits"),
        Frozen = data.Integer("frozen") ?? 0,
        Total = data.Integer("total"),
    };
}
