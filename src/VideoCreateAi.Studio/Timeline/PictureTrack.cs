namespace VideoCreateAi.Studio.Timeline;

internal sealed record PictureTrack
{
    public required string Id { get; init; }

    public PictureRole Role { get; init; } = PictureRole.Main;

    public string? Name { get; init; }

    /// <summary>In order of start. Neighbours overlap by exactly the later one's transition.</summary>
    public IReadOnlyList<PictureSegment> Segments { get; init; } = [];
}
