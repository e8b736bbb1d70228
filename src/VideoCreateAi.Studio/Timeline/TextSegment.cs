namespace VideoCreateAi.Studio.Timeline;

internal sealed record TextSegment
{
    public required string Id { get; init; }

    public required TimeRange Range { get; init; }

    public required string Text { get; init; }

    public TextPosition Position { get; init; } = TextPosition.Center;

    /// <summary>Font size as a fraction of the canvas height; null = chosen for the role and the length of the text.</summary>
    public double? Size { get; init; }

    /// <summary><c>#RRGGBB</c>; null = white.</summary>
    public string? Color { get; init; }

    public string? Font { get; init; }

    public TextAnimation Animation { get; init; }

    public TextStyle Style { get; init; }

    /// <summary>Word-timed captions, times on the timeline.</summary>
    public IReadOnlyList<TimedWord> Words { get; init; } = [];
}
