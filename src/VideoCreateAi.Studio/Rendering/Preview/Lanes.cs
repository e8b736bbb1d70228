using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>The tracks of a timeline as rows of bars.</summary>
internal static class Lanes
{
    /// <summary>Rows that a sheet has room for; further tracks of a kind share the last row of that kind.</summary>
    public const int Most = 8;

    private const int MostPerKind = 2;
    private const int LongestLabel = 40;

    public static IReadOnlyList<Lane> Of(VideoTimeline timeline)
    {
        if (timeline.Duration <= TimeSpan.Zero)
        {
            return [];
        }

        var lanes = new List<Lane>();
        foreach (var track in timeline.PictureTracks.OrderBy(track => track.Role))
        {
            var kind = track.Role == PictureRole.Main ? LaneKind.Video : LaneKind.Overlay;
            Add(lanes, kind, Shots(track, timeline.Duration, kind == LaneKind.Video));
        }

        foreach (var track in timeline.TextTracks.OrderBy(track => track.Role))
        {
            Add(lanes, track.Role == TextRole.Title ? LaneKind.Title : LaneKind.Caption,
                [.. track.Segments.Select(segment => Bar(segment.Range, timeline.Duration, segment.Text))]);
        }

        foreach (var track in timeline.SoundTracks.OrderBy(track => track.Role))
        {
            var kind = track.Role switch
            {
                SoundRole.Music => LaneKind.Music,
                SoundRole.Voiceover => LaneKind.Voice,
                _ => LaneKind.Effect,
            };
            Add(lanes, kind, [.. track.Segments.Select(segment => Bar(segment.Range, timeline.Duration, LabelOf(segment)))]);
        }

        return [.. lanes.Take(Most)];
    }

    // A shot's bar ends where the next begins: what they share belongs to the one that comes.
    private static List<LaneBar> Shots(PictureTrack track, TimeSpan duration, bool numbered)
    {
        var segments = track.Segments.OrderBy(segment => segment.Range.Start).ToList();
        var bars = new List<LaneBar>(segments.Count);
        for (var i = 0; i < segments.Count; i++)
        {
            var range = segments[i].Range;
            var end = i + 1 < segments.Count && segments[i + 1].Range.Start < range.End ? segments[i + 1].Range.Start : range.End;
            var label = Short(segments[i].Name.Length > 0 ? segments[i].Name : segments[i].Prompt ?? "scene");
            bars.Add(Bar(TimeRange.Between(range.Start, end), duration, numbered ? $"{i + 1} {label}" : label) with { Number = numbered ? i + 1 : null });
        }

        return bars;
    }

    private static string LabelOf(SoundSegment segment)
    {
        var what = segment.Name.Length > 0 ? segment.Name : segment.Text ?? segment.Mood ?? segment.Prompt ?? "";
        return segment.Volume <= 0 ? what + " (muted)" : what;
    }

    private static void Add(List<Lane> lanes, LaneKind kind, List<LaneBar> bars)
    {
        if (bars.Count == 0)
        {
            return;
        }

        var same = lanes.FindLastIndex(lane => lane.Kind == kind);
        if (same >= 0 && lanes.Count(lane => lane.Kind == kind) >= MostPerKind)
        {
            lanes[same] = lanes[same] with { Bars = [.. lanes[same].Bars, .. bars] };
        }
        else
        {
            lanes.Add(new Lane(kind, bars));
        }
    }

    private static LaneBar Bar(TimeRange range, TimeSpan duration, string label) => new(
        Math.Clamp(range.Start / duration, 0, 1), Math.Clamp(range.End / duration, 0, 1), Short(label));

    private static string Short(string label)
    {
        var line = label.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestLabel ? line : line[..LongestLabel];
    }
}
