using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.Credits;

internal sealed record CreditReport
{
    [Description("Credits that can be spent now.")]
    public int Available { get; init; }

    [Description("Reserved by work that is still running.")]
    public int Frozen { get; init; }

    [Description("All credits of the account.")]
    public int? Total { get; init; }

    [Description("The backend in use.")]
    public required string Backend { get; init; }

    [Description("True where no step costs credits.")]
    public bool Free { get; init; }

    [Description("What steps cost and what to do when credits run out.")]
    public required string Advice { get; init; }
}
