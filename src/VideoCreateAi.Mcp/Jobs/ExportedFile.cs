namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A finished file on the user's disk.</summary>
internal sealed record ExportedFile
{
    public required string Path { get; init; }

    public required string Format { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public double DurationSeconds { get; init; }

    public long Bytes { get; init; }

    /// <summary>What a careful editor would want to know about it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
