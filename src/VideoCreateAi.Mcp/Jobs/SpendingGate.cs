using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What costs credits passes here before anything is begun: within the hour's cap, and with the user's consent.</summary>
internal sealed class SpendingGate(SpendingRules rules, JobLedger ledger, BackendClient backend, TimeProvider clock)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <returns>The estimate, 0 where nothing costs.</returns>
    public async Task<int> PassAsync(JobRequest request, string digest, CancellationToken cancellationToken)
    {
        var estimate = backend.Backend.IsFree ? 0 : Spending.EstimateOf(request);
        if (estimate == 0)
        {
            return 0;
        }

        var spent = (await ledger.SinceAsync(clock.GetUtcNow() - s_hour, cancellationToken)).Sum(CostOf);
        if (spent + estimate > rules.HourlyCap)
        {
            throw new ToolRefusedException("credit_cap", string.Create(
                CultureInfo.InvariantCulture,
                $"This would use about {estimate} credits, and about {spent} were used within the last hour; the cap is {rules.HourlyCap} an hour. Nothing was sent or charged. Wait, or have the user start the server with a higher --credit-cap."));
        }

        if (rules.AskAbove is { } above && estimate > above)
        {
            request.Consent?.Ask(new Spending(digest, estimate, await AvailableAsync(cancellationToken)));
        }

        return estimate;
    }

    /// <summary>As charged; where that is not known, the estimate of what may have been sent.</summary>
    private static int CostOf(Job job) => job.Charged ?? (job.StateBefore is not null || job.Item > 0 ? job.Estimate : 0);

    private async Task<int?> AvailableAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await backend.GetCreditsAsync(cancellationToken)).Available;
        }
        catch (BackendException fault) when (fault.Fault is not BackendFault.TokenInvalid)
        {
            return null;
        }
    }
}
