using System.Globalization;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>What changed between two drafts, in words; for edits that end without a word of their own.</summary>
internal static class TimelineDelta
{
    private const double Least = 0.05;
    private const int MostLines = 20;
    private const int MostDetails = 4;

    /// <summary>One sentence a change; empty when nothing changed that people would see or hear.</summary>
    public static IReadOnlyList<string> Describe(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
        => before.SequenceEqual(after) ? [] : Describe(TimelineSummary.Read(before), TimelineSummary.Read(after));

    public static IReadOnlyList<string> Describe(TimelineSummary before, TimelineSummary after)
    {
        var changes = new List<string>();
        var left = before.Tracks.ToList();
        foreach (var track in after.Tracks)
        {
            var was = Match(track, left);
            if (was is null)
            {
                AddWhole("added", track, changes);
            }
            else
            {
                left.Remove(was);
                Compare(was, track, changes);
            }
        }

        foreach (var track in left)
        {
            AddWhole("removed", track, changes);
        }

        if (before.Tracks.Count > 0 && Differs(before.DurationSeconds, after.DurationSeconds))
        {
            changes.Add($"Length {TimelineSummary.Seconds(before.DurationSeconds)} s → {TimelineSummary.Seconds(after.DurationSeconds)} s");
        }

        DetailChanges.Compare("Video", before.Details, after.Details, changes);
        if (before.Width is { } && after.Width is { } && (before.Width != after.Width || before.Height != after.Height))
        {
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"Canvas {before.Width}×{before.Height} → {after.Width}×{after.Height}"));
        }

        if (changes.Count > MostLines)
        {
            var more = changes.Count - MostLines;
            changes.RemoveRange(MostLines, more);
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"… and {more} more changes"));
        }

        return changes;
    }

    // The same kind and name, or else the next of the same kind: a renamed track is a changed one. Titles stand for themselves.
    private static TimelineTrack? Match(TimelineTrack track, List<TimelineTrack> among)
        => among.Find(other => other.Kind == track.Kind && other.Name == track.Name)
            ?? among.Find(other => other.Kind == track.Kind && (other.SegmentCount > 1 || track.SegmentCount > 1 || track.Kind is not DraftReader.Title));

    private static void AddWhole(string verb, TimelineTrack track, List<string> changes)
    {
        if (track.Kind is DraftReader.Title)
        {
            foreach (var title in track.Segments)
            {
                changes.Add(TitleWords(verb, title));
            }
        }
        else if (track.SegmentCount > 0)
        {
            changes.Add($"{Label(track)} {verb}: {track.Name} ({Span(track.StartSeconds, track.EndSeconds)})");
        }
    }

    private static void Compare(TimelineTrack was, TimelineTrack now, List<string> changes)
    {
        if (now.Kind is DraftReader.Title)
        {
            CompareTitles(was, now, changes);
            return;
        }

        var label = Label(now);
        if (was.SegmentCount != now.SegmentCount)
        {
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"{label}: {was.SegmentCount} → {now.SegmentCount} {Unit(now, now.SegmentCount)}"));
        }
        else if (!was.Segments.Select(segment => segment.Name).SequenceEqual(now.Segments.Select(segment => segment.Name)))
        {
            var same = was.Segments.Select(segment => segment.Name).Order(StringComparer.Ordinal)
                .SequenceEqual(now.Segments.Select(segment => segment.Name).Order(StringComparer.Ordinal));
            changes.Add(same ? $"{label}: new order" : was.SegmentCount == 1 ? $"{label}: {was.Name} → {now.Name}" : $"{label}: other {Unit(now, 2)}");
        }
        else if (was.Segments.Zip(now.Segments).Any(pair => Differs(Length(pair.First), Length(pair.Second))))
        {
            changes.Add($"{label}: {Unit(now, 2)} now {string.Join(", ", now.Segments.Take(8).Select(segment => TimelineSummary.Seconds(Length(segment)) + " s"))}{(now.SegmentCount > 8 ? " …" : string.Empty)}");
        }
        else if (was.Segments.Zip(now.Segments).Any(pair => Differs(pair.First.StartSeconds, pair.Second.StartSeconds)))
        {
            changes.Add($"{label}: {Span(was.StartSeconds, was.EndSeconds)} → {Span(now.StartSeconds, now.EndSeconds)}");
        }

        DetailChanges.Compare(label, was.Segments, now.Segments, Unit(now, 2), changes);
        if (was.VolumePercent != now.VolumePercent && was.VolumePercent is { } && now.VolumePercent is { })
        {
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"{label} volume {was.VolumePercent}% → {now.VolumePercent}%"));
        }
    }

    private static void CompareTitles(TimelineTrack was, TimelineTrack now, List<string> changes)
    {
        var left = was.Segments.ToList();
        foreach (var title in now.Segments)
        {
            var old = left.Find(other => other.Name == title.Name);
            if (old is null)
            {
                changes.Add(TitleWords("added", title));
                continue;
            }

            left.Remove(old);
            if (Differs(old.StartSeconds, title.StartSeconds) || Differs(old.EndSeconds, title.EndSeconds))
            {
                changes.Add($"Title '{title.Name}': {Span(old.StartSeconds, old.EndSeconds)} → {Span(title.StartSeconds, title.EndSeconds)}");
            }

            DetailChanges.Compare($"Title '{title.Name}'", old.Details, title.Details, changes);
        }

        foreach (var title in left)
        {
            changes.Add(TitleWords("removed", title));
        }
    }

    private static string Label(TimelineTrack track) => track.Kind is DraftReader.Music ? "Music" : track.Kind;

    private static string TitleWords(string verb, TimelineSegment title) =>
        $"Title {verb}: '{title.Name}' ({string.Join(", ", (string[])[.. title.Details.Take(MostDetails), Span(title.StartSeconds, title.EndSeconds)])})";

    private static string Span(double start, double end) => $"{TimelineSummary.Seconds(start)}–{TimelineSummary.Seconds(end)} s";

    private static string Unit(TimelineTrack track, int count) => (track.Kind, count) switch
    {
        (DraftReader.Video or DraftReader.Overlay, 1) => "shot",
        (DraftReader.Video or DraftReader.Overlay, _) => "shots",
        (DraftReader.Captions, 1) => "line",
        (DraftReader.Captions, _) => "lines",
        (_, 1) => "piece",
        _ => "pieces",
    };

    private static double Length(TimelineSegment segment) => segment.EndSeconds - segment.StartSeconds;

    private static bool Differs(double a, double b) => Math.Abs(a - b) > Least;
}
