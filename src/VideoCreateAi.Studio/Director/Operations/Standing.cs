using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The shots that stood at a place when it was spoken of; they are meant wherever the same message moves them.</summary>
/// <param name="Ids">Their ids, each with a comma behind it, so that two of these are equal when they mean the same shots.</param>
/// <param name="Newest">The highest id on that timeline; what has a higher one was cut off or copied since.</param>
internal sealed record Standing(string Ids, int Newest)
{
    public static Standing? At(ShotReference place, VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        var found = place.Resolve(timeline);
        return found.Count == 0 ? null : new Standing(string.Concat(found.Select(index => shots[index].Id + ",")), shots.Max(shot => Number(shot.Id)));
    }

    /// <summary>Where they are now, with the pieces and copies that stand beside them; none where all of them are gone.</summary>
    public IReadOnlyList<int> In(VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        var ids = Ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var meant = Enumerable.Range(0, shots.Count).Where(index => ids.Contains(shots[index].Id)).ToHashSet();
        foreach (var index in meant.ToList())
        {
            for (var next = index + 1; next < shots.Count && IsPiece(shots[next], shots[index]); next++)
            {
                meant.Add(next);
            }

            for (var before = index - 1; before >= 0 && IsPiece(shots[before], shots[index]); before--)
            {
                meant.Add(before);
            }
        }

        return [.. meant.Order()];
    }

    private bool IsPiece(PictureSegment shot, PictureSegment of) => shot.Source == of.Source && Number(shot.Id) > Newest;

    private static int Number(string id) => int.TryParse(id.AsSpan(Math.Min(1, id.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
