namespace VideoCreateAi.Mcp.Jobs;

/// <summary>One of several things that a job makes, a video or a file of the same timeline: what it is to do, and once it is over
/// what came of it.</summary>
internal sealed record BatchItem
{
    public required JobPlan Plan { get; init; }

    /// <summary>Null = it has not ended, or was never begun.</summary>
    public JobState? State { get; init; }

    public string? Reply { get; init; }

    public IReadOnlyList<string> Changes { get; init; } = [];

    public string? RenderId { get; init; }

    /// <summary>Digest of the draft that was rendered.</summary>
    public string? RenderedDraft { get; init; }

    public ExportedFile? Export { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }
}
