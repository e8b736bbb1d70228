using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Mixing;

/// <summary>Reads from a timeline what of whose file sounds when. Music yet to be composed is not on it.</summary>
internal static class TakeSheet
{
    // A cut in the middle of a wave clicks. Shorter than anybody hears as a fade.
    private static readonly TimeSpan s_clipEdge = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan s_musicEdge = TimeSpan.FromMilliseconds(30);

    // A song that ends this little before its range is not begun again.
    private static readonly TimeSpan s_loopTolerance = TimeSpan.FromMilliseconds(250);

    public static IEnumerable<Take> Clips(VideoTimeline timeline, IMediaFiles media) =>
        timeline.PictureTracks.SelectMany(track => track.Segments.Select((segment, index) =>
            Clip(segment, Neighbour(track, index - 1), Neighbour(track, index + 1), media))).OfType<Take>();

    public static IEnumerable<Take> Recordings(VideoTimeline timeline, IMediaFiles media) =>
        timeline.SoundTracks.SelectMany(track => track.Segments.Select(segment => Recording(segment, track.Role, media))).OfType<Take>();

    /// <summary>The segments whose music is to be composed, cut off where the video ends.</summary>
    public static IEnumerable<SoundSegment> ToCompose(VideoTimeline timeline, TimeSpan duration) =>
        timeline.SoundTracks
            .Where(track => track.Role == SoundRole.Music)
            .SelectMany(track => track.Segments)
            .Where(segment => segment is { Source: null, Text: null, Volume: > 0 } && segment.Range.Start < duration)
            .Select(segment => segment with
            {
                Range = segment.Range with { Duration = Shorter(segment.Range.Duration, duration - segment.Range.Start) },
            })
            .Where(segment => segment.Range.Duration > TimeSpan.Zero);

    /// <param name="content">What is composed, as the library names it.</param>
    public static Take Composed(SoundSegment segment, string content, TimeSpan composed) => new()
    {
        Path = "",
        Content = content,
        Demuxer = "wav",
        Bus = segment.Duck ? SoundBus.DuckedMusic : SoundBus.Music,
        Used = composed,
        Start = segment.Range.Start,
        Length = segment.Range.Duration,
        Loops = composed < segment.Range.Duration - s_loopTolerance,
        Volume = segment.Volume,
        // The composer's own beginning and end are silent already: a longer edge would only blunt the first note.
        FadeIn = segment.FadeIn,
        FadeOut = segment.FadeOut,
    };

    /// <summary>The segments whose words are to be spoken.</summary>
    public static IEnumerable<SoundSegment> ToSpeak(VideoTimeline timeline, TimeSpan duration) =>
        timeline.SoundTracks
            .SelectMany(track => track.Segments)
            .Where(segment => segment is { Source: null, Text: not null, Volume: > 0 } && segment.Range.Start < duration && segment.Range.Duration > TimeSpan.Zero);

    /// <summary>Nobody is cut off in the middle of a word, whatever length was thought of for them before they spoke.</summary>
    public static Take Spoken(SoundSegment segment, string path, string content, TimeSpan spoken) => new()
    {
        Path = path,
        Content = content,
        Demuxer = "wav",
        Bus = SoundBus.Speech,
        Used = spoken,
        Start = segment.Range.Start,
        Length = Longer(segment.Range.Duration, spoken),
        Volume = segment.Volume,
        FadeIn = segment.FadeIn,
        FadeOut = segment.FadeOut,
    };

    private static Take? Clip(PictureSegment segment, PictureSegment? before, PictureSegment? after, IMediaFiles media)
    {
        // A frame that is held has no sound of its own: what follows it in the file belongs to what is shown next.
        if (segment is not { Kind: PictureKind.Video, Source: { } source, Volume: > 0 } || segment.Range.Duration <= TimeSpan.Zero || segment.IsHeld())
        {
            return null;
        }

        var file = media.Get(source);
        if (!file.Info.HasSound)
        {
            return null;
        }

        var speed = segment.Speed > 0 ? segment.Speed : 1;
        return new Take
        {
            Path = file.Path,
            Content = file.Hash,
            Demuxer = file.Format.Demuxer,
            Bus = SoundBus.Clip,
            From = segment.In,
            Used = segment.Out - segment.In,
            Speed = speed,
            Reverse = segment.Reverse,
            Start = segment.Range.Start,
            Length = segment.Range.Duration,
            Volume = segment.Volume,
            FadeIn = Edge(before, segment),
            FadeOut = after is null ? s_clipEdge : Edge(segment, after),
        };
    }

    // The overlap of two shots is a crossfade of their sound too.
    private static TimeSpan Edge(PictureSegment? before, PictureSegment after)
    {
        if (before is null)
        {
            return s_clipEdge;
        }

        var overlap = before.Range.End - after.Range.Start;
        if (overlap > s_clipEdge)
        {
            return overlap;
        }

        var goesOn = before.Source == after.Source && before.Out == after.In && overlap == TimeSpan.Zero
            && before.Speed.Equals(after.Speed) && !before.Reverse && !after.Reverse && before.Volume.Equals(after.Volume);
        return goesOn ? TimeSpan.Zero : s_clipEdge;
    }

    private static Take? Recording(SoundSegment segment, SoundRole role, IMediaFiles media)
    {
        if (segment is not { Source: { } source, Volume: > 0 } || segment.Range.Duration <= TimeSpan.Zero)
        {
            return null;
        }

        var file = media.Get(source);
        if (file.Kind != MediaKind.Audio && !file.Info.HasSound)
        {
            return null;
        }

        var end = segment.Out > segment.In ? Shorter(segment.Out, file.Info.Duration) : file.Info.Duration;
        var used = end > segment.In ? end - segment.In : segment.Range.Duration;
        var isMusic = role == SoundRole.Music;
        var edge = isMusic ? s_musicEdge : s_clipEdge;
        return new Take
        {
            Path = file.Path,
            Content = file.Hash,
            Demuxer = file.Format.Demuxer,
            Bus = !isMusic ? SoundBus.Speech : segment.Duck ? SoundBus.DuckedMusic : SoundBus.Music,
            From = segment.In,
            Used = used,
            Start = segment.Range.Start,
            Length = segment.Range.Duration,
            Loops = isMusic && used < segment.Range.Duration - s_loopTolerance,
            Volume = segment.Volume,
            FadeIn = Longer(segment.FadeIn, edge),
            FadeOut = Longer(segment.FadeOut, edge),
        };
    }

    private static PictureSegment? Neighbour(PictureTrack track, int index) =>
        index >= 0 && index < track.Segments.Count ? track.Segments[index] : null;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
