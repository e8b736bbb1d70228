namespace VideoCreateAi.Studio.Timeline;

internal static class TextEditing
{
    public static IReadOnlyList<TextSegment> Texts(this VideoTimeline timeline, TextRole role) =>
        [.. timeline.TextTracks.Where(track => track.Role == role).SelectMany(track => track.Segments)];

    /// <summary>Puts a text on the track of its role, on a further one where it would overlap.</summary>
    public static VideoTimeline Adding(this VideoTimeline timeline, TextRole role, TextSegment text)
    {
        var segment = text with { Id = timeline.NextSegment() };
        var tracks = timeline.TextTracks.ToList();
        var free = tracks.FindIndex(track => track.Role == role && track.Segments.All(other => !Overlap(other.Range, segment.Range)));
        if (free < 0)
        {
            tracks.Add(new TextTrack { Id = timeline.NextTrack(), Role = role, Segments = [segment] });
        }
        else
        {
            tracks[free] = tracks[free] with { Segments = [.. tracks[free].Segments.Append(segment).OrderBy(other => other.Range.Start)] };
        }

        return timeline with { TextTracks = tracks };
    }

    public static VideoTimeline ChangingTexts(
        this VideoTimeline timeline, TextRole role, Func<TextSegment, TextSegment?> change)
    {
        var changed = timeline.TextTracks.Where(track => track.Role == role).SelectMany(track => track.Segments)
            .Select(change).OfType<TextSegment>().ToList();
        var rest = timeline with { TextTracks = [.. timeline.TextTracks.Where(track => track.Role != role)] };
        return changed.Aggregate(rest, (result, text) => result.AddingAsIs(role, text));
    }

    public static VideoTimeline RemovingTexts(this VideoTimeline timeline, TextRole role) =>
        timeline.ChangingTexts(role, _ => null);

    private static VideoTimeline AddingAsIs(this VideoTimeline timeline, TextRole role, TextSegment text)
    {
        var added = timeline.Adding(role, text);
        return added with
        {
            TextTracks = [.. added.TextTracks.Select(track => track with
            {
                Segments = [.. track.Segments.Select(segment => segment.Id == timeline.NextSegment() ? segment with { Id = text.Id } : segment)],
            })],
        };
    }

    private static bool Overlap(TimeRange a, TimeRange b) => a.Start < b.End && b.Start < a.End;
}
