namespace VideoCreateAi.Studio.Timeline;

/// <summary>What hangs on the picture follows it: music and whatever ended with the picture end with it again,
/// nothing stays past the end.</summary>
internal static class ProgrammeFollowing
{
    public static VideoTimeline FollowingTheEnd(this VideoTimeline timeline, TimeSpan oldEnd, TimeSpan newEnd)
    {
        if (oldEnd == newEnd || newEnd == TimeSpan.Zero)
        {
            return timeline;
        }

        return timeline with
        {
            FadeIn = Least(timeline.FadeIn, newEnd),
            FadeOut = Least(timeline.FadeOut, newEnd),
            PictureTracks = [.. timeline.PictureTracks
                .Select(track => track.Role == PictureRole.Main ? track : track with { Segments = [.. Overlays(track.Segments, oldEnd, newEnd)] })
                .Where(track => track.Segments.Count > 0)],
            SoundTracks = [.. timeline.SoundTracks
                .Select(track => track with { Segments = [.. Sounds(track, oldEnd, newEnd)] })
                .Where(track => track.Segments.Count > 0)],
            TextTracks = [.. timeline.TextTracks
                .Select(track => track with { Segments = [.. Texts(track, oldEnd, newEnd)] })
                .Where(track => track.Segments.Count > 0)],
        };
    }

    /// <summary>Time was cut out of the programme: what was shown later is shown earlier.</summary>
    public static VideoTimeline ShiftedAfterCut(this VideoTimeline timeline, TimeRange cut) => timeline with
    {
        PictureTracks = [.. timeline.PictureTracks.Select(track => track.Role == PictureRole.Main
            ? track
            : track with { Segments = [.. track.Segments.Select(segment => segment with { Range = Shift(segment.Range, cut) })] })],
        SoundTracks = [.. timeline.SoundTracks.Select(track => track.Role == SoundRole.Music
            ? track
            : track with { Segments = [.. track.Segments.Select(segment => segment with { Range = Shift(segment.Range, cut) })] })],
        TextTracks = [.. timeline.TextTracks.Select(track => track with { Segments = [.. track.Segments.Select(segment => Shift(segment, track.Role, cut)).OfType<TextSegment>()] })
            .Where(track => track.Segments.Count > 0)],
    };

    private static TextSegment? Shift(TextSegment segment, TextRole role, TimeRange cut)
    {
        // A caption belongs to what is said: cut out with it. A title belongs to the video and only moves.
        if (role == TextRole.Caption && segment.Range.Start >= cut.Start && segment.Range.End <= cut.End)
        {
            return null;
        }

        return segment with
        {
            Range = Shift(segment.Range, cut),
            Words = [.. segment.Words.Where(word => !cut.Contains(word.Start))
                .Select(word => word.Start < cut.Start ? word : word with { Start = word.Start - cut.Duration, End = word.End - cut.Duration })],
        };
    }

    private static TimeRange Shift(TimeRange range, TimeRange cut)
    {
        if (range.Start == TimeSpan.Zero || range.Start <= cut.Start)
        {
            return range;
        }

        var start = range.Start >= cut.End ? range.Start - cut.Duration : cut.Start;
        return range with { Start = start };
    }

    private static IEnumerable<PictureSegment> Overlays(IReadOnlyList<PictureSegment> segments, TimeSpan oldEnd, TimeSpan newEnd)
    {
        foreach (var segment in segments)
        {
            var range = Anchored(segment.Range, oldEnd, newEnd);
            if (!segment.IsElastic())
            {
                // A clip laid over the picture ends with its own source, however long the programme grows.
                var most = (segment.Out - segment.In).Times(1 / segment.Speed);
                range = range with { Duration = Least(Least(segment.Range.Duration, most), newEnd - range.Start) };
            }

            if (range.Duration > TimeSpan.Zero)
            {
                yield return segment.IsElastic()
                    ? segment with { Range = range }
                    : segment with { Range = range, Out = segment.In + range.Duration.Times(segment.Speed) };
            }
        }
    }

    private static IEnumerable<SoundSegment> Sounds(SoundTrack track, TimeSpan oldEnd, TimeSpan newEnd)
    {
        foreach (var segment in track.Segments)
        {
            if (track.Role == SoundRole.Music)
            {
                var start = segment.Range.Start < newEnd ? segment.Range.Start : TimeSpan.Zero;
                var end = segment.Range.End >= oldEnd ? newEnd : Least(segment.Range.End, newEnd);
                yield return segment with { Range = TimeRange.Between(start, end) };
            }
            else if (segment.Range.Start < newEnd)
            {
                yield return segment with { Range = segment.Range with { Duration = Least(segment.Range.Duration, newEnd - segment.Range.Start) } };
            }
        }
    }

    private static IEnumerable<TextSegment> Texts(TextTrack track, TimeSpan oldEnd, TimeSpan newEnd)
    {
        foreach (var segment in track.Segments)
        {
            if (track.Role == TextRole.Title)
            {
                // A title that happened to fill a short video is still meant for its own seconds.
                yield return segment with
                {
                    Range = segment.Range.Start == TimeSpan.Zero ? new TimeRange(TimeSpan.Zero, Least(segment.Range.End, newEnd)) : Anchored(segment.Range, oldEnd, newEnd),
                };
            }
            else if (segment.Range.Start < newEnd)
            {
                yield return segment with { Range = TimeRange.Between(segment.Range.Start, Least(segment.Range.End, newEnd)) };
            }
        }
    }

    /// <summary>From head to tail stays so; hung on the tail stays on the tail; else it keeps its time, moved inside.</summary>
    private static TimeRange Anchored(TimeRange range, TimeSpan oldEnd, TimeSpan newEnd)
    {
        if (range.Start == TimeSpan.Zero)
        {
            return TimeRange.Between(TimeSpan.Zero, range.End >= oldEnd ? newEnd : Least(range.End, newEnd));
        }

        var length = Least(range.Duration, newEnd);
        return range.End >= oldEnd || range.End > newEnd
            ? new TimeRange(newEnd - length, length)
            : range;
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
