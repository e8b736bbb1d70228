namespace VideoCreateAi.Studio.Timeline;

internal sealed record TextTrack
{
    public required string Id { get; init; }

    public TextRole Role { get; init; } = TextRole.Title;

    public string? Name { get; init; }

    public IReadOnlyList<TextSegment> Segments { get; init; } = [];
}
