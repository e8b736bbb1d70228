using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Features.Credits;

[McpServerToolType]
internal sealed class GetCreditsTool(BackendClient backend)
{
    [McpServerTool(
        Name = "get_credits", Title = "Get credits", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(CreditReport))]
    [Description("""
        Tells the credit balance, what steps cost and what to do when credits run out.
        Use it before a paid generation and whenever the user asks about credits, balance or prices. With the studio on this machine nothing costs credits.
        """)]
    public async Task<CallToolResult> GetCreditsAsync(CancellationToken cancellationToken)
    {
        var balance = await backend.GetCreditsAsync(cancellationToken);
        var report = new CreditReport
        {
            Available = balance.Available,
            Frozen = balance.Frozen,
            Total = balance.Total,
            Backend = backend.Backend.Name,
            Free = backend.Backend.IsFree,
            Advice = backend.Backend.IsFree
                ? "Nothing costs credits here: editing and exporting run on this machine."
                : "Exports are free. One generated clip costs about 100 credits, editing about 50 a session. Without credits: register or top up at the service, or use the studio on this machine (--backend studio), which is free.",
        };
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{report.Available} credits available ({report.Frozen} reserved) with {report.Backend}. {report.Advice}");
        return ToolReply.Of(text, report, ToolJson.Default.CreditReport);
    }
}
