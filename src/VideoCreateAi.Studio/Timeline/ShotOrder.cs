namespace VideoCreateAi.Studio.Timeline;

/// <summary>Which shots there are and in which order. Everything after a change moves up or down.</summary>
internal static class ShotOrder
{
    public static VideoTimeline Inserting(this VideoTimeline timeline, int index, IEnumerable<PictureSegment> shots)
    {
        var row = timeline.Shots().ToList();
        row.InsertRange(Math.Clamp(index, 0, row.Count), shots);
        return timeline.WithShots(row);
    }

    public static VideoTimeline Appending(this VideoTimeline timeline, IEnumerable<PictureSegment> shots) =>
        timeline.WithShots(timeline.Shots().Concat(shots));

    public static VideoTimeline Removing(this VideoTimeline timeline, IReadOnlyCollection<int> indices) =>
        timeline.WithShots(timeline.Shots().Where((_, index) => !indices.Contains(index)));

    /// <summary>Shows the shots in this order; an index may come twice or not at all.</summary>
    public static VideoTimeline InOrder(this VideoTimeline timeline, IEnumerable<int> indices)
    {
        var shots = timeline.Shots();
        return timeline.WithOrder([.. indices.Where(index => index >= 0 && index < shots.Count).Select(index => shots[index])]);
    }

    /// <summary>The same shots in another order. Transitions belong to the cuts: each stays where it is, whatever meets there.</summary>
    public static VideoTimeline WithOrder(this VideoTimeline timeline, IReadOnlyList<PictureSegment> row)
    {
        var before = timeline.Shots();
        return timeline.WithShots(row.Count == before.Count ? row.Select((shot, place) => shot with { Transition = before[place].Transition }) : row);
    }

    public static VideoTimeline Moving(this VideoTimeline timeline, int from, int to)
    {
        var indices = Enumerable.Range(0, timeline.Shots().Count).Where(index => index != from).ToList();
        indices.Insert(Math.Clamp(to, 0, indices.Count), from);
        return timeline.InOrder(indices);
    }

    public static VideoTimeline Swapping(this VideoTimeline timeline, int first, int second)
    {
        var indices = Enumerable.Range(0, timeline.Shots().Count).ToArray();
        (indices[first], indices[second]) = (indices[second], indices[first]);
        return timeline.InOrder(indices);
    }

    public static VideoTimeline Replacing(this VideoTimeline timeline, int index, IEnumerable<PictureSegment> shots)
    {
        var row = timeline.Shots().ToList();
        row.RemoveAt(index);
        row.InsertRange(index, shots);
        return timeline.WithShots(row);
    }

    public static VideoTimeline ChangingShots(
        this VideoTimeline timeline, IReadOnlyCollection<int> indices, Func<PictureSegment, PictureSegment> change) =>
        timeline.WithShots(timeline.Shots().Select((shot, index) => indices.Contains(index) ? change(shot) : shot));
}
