using VideoCreateAi.Studio.Director.Operations;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A file, or a group of them, in a loosely told row.</summary>
/// <param name="Id">Of the file; null where a group stands there.</param>
internal sealed record LooseRowEntry(string? Id)
{
    public AssetGroup? Group { get; init; }

    /// <summary>In which it was named.</summary>
    public int Sentence { get; init; }

    /// <summary>−1 = before all others, 1 = behind them.</summary>
    public int Place { get; init; }

    public IReadOnlyList<StretchOf> Parts { get; init; } = [];

    public IReadOnlyList<StretchOf> Drops { get; init; } = [];

    public TimeSpan? Length { get; init; }
}
