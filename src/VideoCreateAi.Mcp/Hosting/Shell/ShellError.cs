namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Why it was not done.</summary>
internal sealed record ShellError
{
    /// <summary>Stable.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>Credits; null = not known.</summary>
    public int? Charged { get; init; }

    public string? Next { get; init; }
}
