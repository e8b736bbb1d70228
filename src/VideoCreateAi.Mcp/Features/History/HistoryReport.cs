using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.History;

internal sealed record HistoryReport
{
    public required string ProjectId { get; init; }

    [Description("Newest first.")]
    public required IReadOnlyList<HistoryItem> Steps { get; init; }

    [Description("How many there are.")]
    public int Total { get; init; }
}
