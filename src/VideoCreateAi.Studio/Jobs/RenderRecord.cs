namespace VideoCreateAi.Studio.Jobs;

/// <summary>A render's row: the one truth about it. Quartz only carries the wake-up.</summary>
internal sealed record RenderRecord
{
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    public required string UserId { get; init; }

    public required string Draft { get; init; }

    /// <summary>The asked output, as JSON.</summary>
    public required string Output { get; init; }

    public required string State { get; init; }

    /// <summary>Null = it is rendered as a whole, as far as anybody knows yet.</summary>
    public string? Stage { get; init; }

    public int Attempt { get; init; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>How long it will still take. Null = it cannot be known yet.</summary>
    public TimeSpan? Left { get; init; }

    public bool CancelRequested { get; init; }

    /// <summary>Name of the finished file below the render folder.</summary>
    public string? File { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    public string? Notes { get; init; }

    public long? Bytes { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public TimeSpan? Duration { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Ended { get; init; }
}
