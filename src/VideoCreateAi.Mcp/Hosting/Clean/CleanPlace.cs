namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>One kind of what takes space.</summary>
internal sealed record CleanPlace
{
    public required string Name { get; init; }

    /// <summary>For a person.</summary>
    public required string What { get; init; }

    public required string Path { get; init; }

    public int Files { get; init; }

    public long Bytes { get; init; }

    public long FreeableBytes { get; init; }

    /// <summary>The option that frees it; null = it is not freed by this command.</summary>
    public string? Option { get; init; }
}
