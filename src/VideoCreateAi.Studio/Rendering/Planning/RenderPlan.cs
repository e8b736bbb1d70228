using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>A timeline in whole frames of the output. Nothing after this counts milliseconds.</summary>
internal sealed record RenderPlan
{
    /// <summary>Size and rate of the output.</summary>
    public required Canvas Canvas { get; init; }

    public required int TotalFrames { get; init; }

    /// <summary>Exactly <see cref="TotalFrames"/> long.</summary>
    public required TimeSpan Duration { get; init; }

    public required int FadeInFrames { get; init; }

    public required int FadeOutFrames { get; init; }

    /// <summary>In order of painting, the lowest first.</summary>
    public required IReadOnlyList<PlannedTrack> Tracks { get; init; }

    public required IReadOnlyList<PlannedText> Texts { get; init; }

    /// <summary>Where text stays out; null = the file is for no platform in particular.</summary>
    public SafeArea? Safe { get; init; }
}
