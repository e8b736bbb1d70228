using System.Globalization;

namespace VideoCreateAi.Studio.Timeline;

/// <summary>Ids of tracks and segments: small numbers behind a letter, never used twice on one timeline.</summary>
internal static class SegmentIds
{
    public static string NextSegment(this VideoTimeline timeline) => Next("s", timeline.SegmentIdsInUse());

    public static string NextTrack(this VideoTimeline timeline) => Next("t", timeline.TrackIdsInUse());

    /// <summary>Gives a new id to every segment whose id an earlier one already has (copies and cut pieces).</summary>
    public static IReadOnlyList<PictureSegment> WithOwnIds(this VideoTimeline timeline, IReadOnlyList<PictureSegment> shots)
    {
        var last = Highest("s", timeline.SegmentIdsInUse().Concat(shots.Select(shot => shot.Id)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<PictureSegment>(shots.Count);
        foreach (var shot in shots)
        {
            result.Add(shot.Id.Length > 0 && seen.Add(shot.Id) ? shot : shot with { Id = Format("s", ++last) });
        }

        return result;
    }

    private static IEnumerable<string> SegmentIdsInUse(this VideoTimeline timeline) =>
        timeline.PictureTracks.SelectMany(track => track.Segments).Select(segment => segment.Id)
            .Concat(timeline.SoundTracks.SelectMany(track => track.Segments).Select(segment => segment.Id))
            .Concat(timeline.TextTracks.SelectMany(track => track.Segments).Select(segment => segment.Id));

    private static IEnumerable<string> TrackIdsInUse(this VideoTimeline timeline) =>
        timeline.PictureTracks.Select(track => track.Id)
            .Concat(timeline.SoundTracks.Select(track => track.Id))
            .Concat(timeline.TextTracks.Select(track => track.Id));

    private static string Next(string letter, IEnumerable<string> inUse) => Format(letter, Highest(letter, inUse) + 1);

    private static string Format(string letter, int number) => letter + number.ToString(CultureInfo.InvariantCulture);

    private static int Highest(string letter, IEnumerable<string> inUse) =>
        inUse.Where(id => id.StartsWith(letter, StringComparison.Ordinal))
            .Select(id => int.TryParse(id.AsSpan(letter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();
}
