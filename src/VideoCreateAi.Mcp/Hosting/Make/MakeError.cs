namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Why there is no file.</summary>
internal sealed record MakeError
{
    /// <summary>Stable.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>Credits; null = not known.</summary>
    public int? Charged { get; init; }

    public string? Next { get; init; }
}
