using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Chooses the moments of a sheet: every shot at least once where there is room, the rest by length, and no
/// title or overlay unseen that a small shift within its shot can show.</summary>
internal static class TileChoice
{
    public const int Most = 36;
    public const int FewestByDefault = 6;
    private const double SecondsForEach = 3;

    // A stretch without a picture is worth a tile when a text could stand in it.
    private static readonly TimeSpan s_leastGap = TimeSpan.FromMilliseconds(500);

    // Texts and transitions need this long to arrive.
    private static readonly TimeSpan s_arrival = TimeSpan.FromMilliseconds(450);

    /// <summary>How many are right for this timeline when nobody says.</summary>
    public static int CountFor(VideoTimeline timeline) => Math.Clamp(
        Math.Max(Shots(timeline).Count, (int)Math.Ceiling(timeline.Duration.TotalSeconds / SecondsForEach)), FewestByDefault, Most);

    /// <summary>Shots of the main track in order.</summary>
    public static IReadOnlyList<TimeRange> Shots(VideoTimeline timeline) =>
        [.. timeline.PictureTracks.Where(track => track.Role == PictureRole.Main).Take(1)
            .SelectMany(track => track.Segments).Select(segment => segment.Range)
            .Where(range => range.Duration > TimeSpan.Zero).OrderBy(range => range.Start)];

    /// <summary>Moments in ascending order, exactly as many as asked for.</summary>
    public static IReadOnlyList<TimeSpan> Choose(VideoTimeline timeline, int count)
    {
        if (timeline.Duration <= TimeSpan.Zero)
        {
            return [];
        }

        var stretches = Stretches(timeline);
        var tiles = stretches.Count <= count ? Shared(stretches, count) : Even(stretches, count);
        Show(MustBeSeen(timeline), tiles);
        return [.. tiles.Select(tile => tile.At).Order()];
    }

    /// <summary>How many of the shots are shown by at least one of these moments.</summary>
    public static int ShotsShown(VideoTimeline timeline, IReadOnlyList<TimeSpan> moments) =>
        Shots(timeline).Count(shot => moments.Any(shot.Contains));

    /// <summary>The timeline cut into what is seen of each shot alone, without the transitions around it, and the gaps.</summary>
    private static List<TimeRange> Stretches(VideoTimeline timeline)
    {
        var shots = Shots(timeline);
        var stretches = new List<TimeRange>();
        var covered = TimeSpan.Zero;
        for (var i = 0; i < shots.Count; i++)
        {
            var shot = shots[i];
            if (shot.Start - covered >= s_leastGap)
            {
                stretches.Add(TimeRange.Between(covered, shot.Start));
            }

            var start = Max(shot.Start, covered);
            var end = i + 1 < shots.Count ? Min(shot.End, shots[i + 1].Start) : shot.End;
            var middle = shot.Start + shot.Duration / 2;
            stretches.Add(end > start ? TimeRange.Between(start, end) : new TimeRange(middle, TimeSpan.FromMilliseconds(1)));
            covered = Max(covered, shot.End);
        }

        if (timeline.Duration - covered >= s_leastGap || stretches.Count == 0)
        {
            stretches.Add(TimeRange.Between(covered, timeline.Duration));
        }

        return stretches;
    }

    // One for each, the others one by one to whoever waits longest for the next.
    private static List<Tile> Shared(List<TimeRange> stretches, int count)
    {
        var shares = Enumerable.Repeat(1, stretches.Count).ToArray();
        for (var given = stretches.Count; given < count; given++)
        {
            var longest = 0;
            for (var i = 1; i < shares.Length; i++)
            {
                if (stretches[i].Duration / (shares[i] + 1) > stretches[longest].Duration / (shares[longest] + 1))
                {
                    longest = i;
                }
            }

            shares[longest]++;
        }

        var tiles = new List<Tile>(count);
        for (var i = 0; i < shares.Length; i++)
        {
            var each = stretches[i].Duration / shares[i];
            for (var k = 0; k < shares[i]; k++)
            {
                tiles.Add(new Tile(stretches[i]) { At = stretches[i].Start + each * (k + 0.5) });
            }
        }

        return tiles;
    }

    // More stretches than tiles: every so-manieth of them, so that no two tiles show the same shot.
    private static List<Tile> Even(List<TimeRange> stretches, int count)
    {
        var tiles = new List<Tile>(count);
        for (var i = 0; i < count; i++)
        {
            var stretch = stretches[(int)((i + 0.5) * stretches.Count / count)];
            tiles.Add(new Tile(stretch) { At = stretch.Start + stretch.Duration / 2 });
        }

        return tiles;
    }

    private static List<TimeRange> MustBeSeen(VideoTimeline timeline) =>
    [
        .. timeline.TextTracks.Where(track => track.Role == TextRole.Title).SelectMany(track => track.Segments)
            .Where(segment => segment.Text.Trim().Length > 0).Select(segment => Settled(segment.Range)),
        .. timeline.PictureTracks.Where(track => track.Role == PictureRole.Overlay).SelectMany(track => track.Segments)
            .Select(segment => Settled(segment.Range)),
    ];

    /// <summary>Moves the tile that needs the shortest way, and none that is the only one to show something else.</summary>
    private static void Show(List<TimeRange> wanted, List<Tile> tiles)
    {
        foreach (var range in wanted.Where(range => !tiles.Any(tile => range.Contains(tile.At))))
        {
            var nearest = tiles
                .Select(tile => (Tile: tile, Common: Common(tile.Stretch, range)))
                .Where(pair => pair.Common.Duration > TimeSpan.Zero && !IsNeeded(pair.Tile))
                .OrderBy(pair => (pair.Common.Start + pair.Common.Duration / 2 - pair.Tile.At).Duration())
                .FirstOrDefault();
            if (nearest.Tile is { } moved)
            {
                moved.At = nearest.Common.Start + nearest.Common.Duration / 2;
            }
        }

        bool IsNeeded(Tile tile) => wanted.Any(range => range.Contains(tile.At) && tiles.Count(other => range.Contains(other.At)) == 1);
    }

    private static TimeRange Settled(TimeRange range) => range.Duration > s_arrival * 3
        ? TimeRange.Between(range.Start + s_arrival, range.End - s_arrival)
        : range;

    private static TimeRange Common(TimeRange a, TimeRange b) =>
        TimeRange.Between(Max(a.Start, b.Start), Max(Max(a.Start, b.Start), Min(a.End, b.End)));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private sealed class Tile(TimeRange stretch)
    {
        public TimeRange Stretch { get; } = stretch;

        public TimeSpan At { get; set; }
    }
}
