namespace VideoCreateAi.Mcp.Features.App;

/// <summary>A saved video.</summary>
internal sealed record ViewFile
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Type { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public double DurationSeconds { get; init; }

    public long Bytes { get; init; }
}
