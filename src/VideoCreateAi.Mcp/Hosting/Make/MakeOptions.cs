namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>What <c>make</c> was called with. Null = not given.</summary>
internal sealed record MakeOptions
{
    public required string Text { get; init; }

    /// <summary>Paths and addresses, as typed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>A file or a folder.</summary>
    public string? Out { get; init; }

    public bool Force { get; init; }

    public string? Preset { get; init; }

    public string? Aspect { get; init; }

    public string? Resolution { get; init; }

    public int? FramesPerSecond { get; init; }

    public string? Quality { get; init; }

    /// <summary>Seconds; which moment a picture shows.</summary>
    public double? At { get; init; }

    public string? Project { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }
}
