using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.Credits;

[McpServerToolType]
internal sealed class GetCreditsTool(BackendClient backend)
{
    [McpServerTool(
        Name = "get_credits", Title = "Get credits", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(CreditReport))]
    [Description("""
        Tells the credit balance, what steps cost and what to do when credits run out.
        Use it when the user asks about credits or prices, and before create_video or edit_video where those cost: in the cloud. With the studio on this machine nothing does.
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
            Advice = CreditWords.Advice(backend.Backend.IsFree),
        };
        var text = CreditWords.Of(balance, backend.Backend.Name, backend.Backend.IsFree);
        return ToolReply.Of(text, report, ToolJson.Default.CreditReport);
    }
}
