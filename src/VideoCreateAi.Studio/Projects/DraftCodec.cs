using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>A timeline as it crosses HTTP, and back. What the studio makes comes back as it was; what others make is read
/// as far as it can be rendered.</summary>
internal static class DraftCodec
{
    private const int MostTracks = 1000;
    private const int MostSegments = 20_000;

    // A day: longer than any video here, short enough that sums of times cannot overflow.
    public const long LongestMilliseconds = 24L * 3600 * 1000;

    public static Draft ToDraft(VideoTimeline timeline) => new()
    {
        Duration = Milliseconds(timeline.Duration),
        Metadata = new DraftMetadata
        {
            Title = timeline.Title.Length == 0 ? null : timeline.Title,
            Width = timeline.Canvas.Width,
            Height = timeline.Canvas.Height,
            Fps = timeline.Canvas.FramesPerSecond,
            Background = timeline.Background == "#000000" ? null : timeline.Background,
            FadeIn = Unless(timeline.FadeIn),
            FadeOut = Unless(timeline.FadeOut),
        },
        Tracks =
        [
            .. timeline.PictureTracks.Select(track => Track(track.Id, DraftTrack.Video, track.Name, track.Role == PictureRole.Main ? "main" : "overlay", track.Segments.Select(SegmentCodec.Write))),
            .. timeline.SoundTracks.Select(track => Track(track.Id, DraftTrack.Audio, track.Name, WireWords.Of(track.Role, '_'), track.Segments.Select(SegmentCodec.Write))),
            .. timeline.TextTracks.Select(track => Track(track.Id, DraftTrack.Text, track.Name, WireWords.Of(track.Role, '_'), track.Segments.Select(SegmentCodec.Write))),
        ],
    };

    /// <exception cref="DraftException">It holds something that no renderer can show.</exception>
    public static VideoTimeline ToTimeline(Draft draft)
    {
        var tracks = draft.Tracks ?? [];
        if (tracks.Any(track => track is null || (track.Segments ?? []).Any(segment => segment is null)))
        {
            throw new DraftException("A track or a segment of the draft is null.");
        }

        if (tracks.Count > MostTracks || tracks.Sum(track => (long)(track.Segments?.Count ?? 0)) > MostSegments)
        {
            throw new DraftException($"The draft has more than {MostTracks} tracks or {MostSegments} segments.");
        }

        var meta = draft.Metadata ?? new DraftMetadata();
        var pictures = new List<PictureTrack>();
        var sounds = new List<SoundTrack>();
        var texts = new List<TextTrack>();
        foreach (var (track, index) in tracks.Select((track, index) => (track, index)))
        {
            var id = track.Id ?? $"t{index + 1}";
            switch (track.Type)
            {
                case DraftTrack.Video:
                    var usual = pictures.Exists(other => other.Role == PictureRole.Main) ? PictureRole.Overlay : PictureRole.Main;
                    pictures.Add(new PictureTrack { Id = id, Name = track.Metadata?.Name, Role = WireWords.Read(track.Metadata?.Role, usual), Segments = Read(track, SegmentCodec.Picture) });
                    break;
                case DraftTrack.Audio:
                    sounds.Add(new SoundTrack { Id = id, Name = track.Metadata?.Name, Role = WireWords.Read(track.Metadata?.Role, SoundRole.Music), Segments = Read(track, SegmentCodec.Sound) });
                    break;
                case DraftTrack.Text:
                    texts.Add(new TextTrack { Id = id, Name = track.Metadata?.Name, Role = WireWords.Read(track.Metadata?.Role, TextRole.Title), Segments = Read(track, SegmentCodec.Text) });
                    break;
            }
        }

        if (pictures.Count(track => track.Role == PictureRole.Main) > 1)
        {
            throw new DraftException("The draft has two main picture tracks.");
        }

        return new VideoTimeline
        {
            Title = meta.Title ?? "",
            Canvas = Canvas(meta),
            Background = SegmentCodec.Colour(meta.Background) ?? "#000000",
            FadeIn = Time(meta.FadeIn, "fade_in"),
            FadeOut = Time(meta.FadeOut, "fade_out"),
            PictureTracks = pictures,
            SoundTracks = sounds,
            TextTracks = texts,
        };
    }

    public static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    public static long? Unless(TimeSpan time, TimeSpan usual = default) => time == usual ? null : Milliseconds(time);

    public static TimeSpan Time(long? milliseconds, string key) => milliseconds switch
    {
        null => TimeSpan.Zero,
        < 0 => throw new DraftException($"\"{key}\" is negative."),
        > LongestMilliseconds => throw new DraftException($"\"{key}\" is longer than a day."),
        { } value => TimeSpan.FromMilliseconds(value),
    };

    private static Canvas Canvas(DraftMetadata meta)
    {
        var canvas = new Canvas(
            meta.Width ?? Timeline.Canvas.Landscape.Width, meta.Height ?? Timeline.Canvas.Landscape.Height, meta.Fps ?? 30);
        return canvas.IsUsable()
            ? canvas
            : throw new DraftException($"A canvas of {canvas.Width}x{canvas.Height} at {canvas.FramesPerSecond} fps cannot be rendered: even sides, at most {CanvasEditing.LargestSide} pixels.");
    }

    private static DraftTrack Track(string id, int type, string? name, string role, IEnumerable<DraftSegment> segments) => new()
    {
        Id = id,
        Type = type,
        Metadata = new TrackMetadata { Name = name, Role = role },
        Segments = [.. segments],
    };

    private static List<T> Read<T>(DraftTrack track, Func<DraftSegment, string, T> read) =>
        [.. (track.Segments ?? []).Select((segment, index) => (segment, id: segment.Id ?? $"{track.Id ?? "t"}-{index + 1}"))
            .OrderBy(row => row.segment.Start).Select(row => read(row.segment, row.id))];
}
