namespace VideoCreateAi.Studio.Timeline;

internal sealed record SoundTrack
{
    public required string Id { get; init; }

    public SoundRole Role { get; init; } = SoundRole.Music;

    public string? Name { get; init; }

    public IReadOnlyList<SoundSegment> Segments { get; init; } = [];
}
