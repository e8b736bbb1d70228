namespace VideoCreateAi.Studio.Timeline;

/// <summary>A video as the director edits it and the renderer shows it: immutable, an edit makes a new one.</summary>
internal sealed record VideoTimeline
{
    public string Title { get; init; } = "";

    public Canvas Canvas { get; init; } = Canvas.Landscape;

    /// <summary><c>#RRGGBB</c>, seen where no picture is.</summary>
    public string Background { get; init; } = "#000000";

    public TimeSpan FadeIn { get; init; }

    public TimeSpan FadeOut { get; init; }

    /// <summary>The main track first, overlays above it in order.</summary>
    public IReadOnlyList<PictureTrack> PictureTracks { get; init; } = [];

    public IReadOnlyList<SoundTrack> SoundTracks { get; init; } = [];

    public IReadOnlyList<TextTrack> TextTracks { get; init; } = [];

    /// <summary>The end of the last segment of any track.</summary>
    public TimeSpan Duration => AllRanges().Select(range => range.End).DefaultIfEmpty().Max();

    public bool IsEmpty => !AllRanges().Any();

    /// <summary>Ids of the media that it shows or plays, each once.</summary>
    public IEnumerable<string> Sources() =>
        PictureTracks.SelectMany(track => track.Segments).Select(segment => segment.Source)
            .Concat(SoundTracks.SelectMany(track => track.Segments).Select(segment => segment.Source))
            .OfType<string>().Distinct();

    private IEnumerable<TimeRange> AllRanges() =>
        PictureTracks.SelectMany(track => track.Segments).Select(segment => segment.Range)
            .Concat(SoundTracks.SelectMany(track => track.Segments).Select(segment => segment.Range))
            .Concat(TextTracks.SelectMany(track => track.Segments).Select(segment => segment.Range));
}
