namespace VideoCreateAi.Mcp.Features.App;

/// <summary>What came of an edit by hand.</summary>
internal sealed record ViewEdited
{
    public required string JobId { get; init; }

    /// <summary>running or done.</summary>
    public required string Status { get; init; }

    public required string Words { get; init; }

    public IReadOnlyList<string>? Changes { get; init; }

    public required ViewTimeline Timeline { get; init; }
}
