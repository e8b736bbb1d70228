using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Gives a programme its length by giving its shots theirs.</summary>
internal static class LengthSharing
{
    /// <summary>Every shot the same share; one too short for it gives the rest to the others, one whose length was given keeps it.</summary>
    public static VideoTimeline Shared(EditDesk desk, TimeSpan total)
    {
        var shots = desk.Timeline.Shots().ToArray();
        var open = Enumerable.Range(0, shots.Length).Where(index => !desk.GivenLengths.Contains(shots[index].Id)).ToList();
        var left = total - Sum(shots.Where((_, index) => !open.Contains(index)));
        if (open.Count == 0 || left < desk.Timeline.OneFrame() * open.Count)
        {
            open = [.. Enumerable.Range(0, shots.Length)];
            left = total;
        }

        if (open.Count == shots.Length && shots.All(shot => shot.IsElastic()))
        {
            return desk.Timeline.SharingOut(total);
        }

        var limits = shots.Select(shot => shot.IsElastic() ? TimeSpan.MaxValue : MostSlot(desk, shot)).ToArray();
        var sharers = open.Count;
        foreach (var index in open.OrderBy(index => limits[index]))
        {
            shots[index] = SetShotLength.Limited(shots[index], WholeMilliseconds.Of(left.TotalMilliseconds / sharers), desk);
            left -= shots[index].Slot();
            sharers--;
        }

        return desk.Timeline.WithShots(shots);
    }

    /// <summary>The last shots that can grow do; what is too much goes from the end.</summary>
    public static VideoTimeline Grown(EditDesk desk, TimeSpan more)
    {
        if (more < TimeSpan.Zero)
        {
            return desk.Timeline.KeepingOnly(new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd() + more));
        }

        var shots = desk.Timeline.Shots().ToArray();
        for (var index = shots.Length - 1; index >= 0 && more > TimeSpan.Zero; index--)
        {
            var longer = SetShotLength.Limited(shots[index], shots[index].Slot() + more, desk);
            more -= longer.Slot() - shots[index].Slot();
            shots[index] = longer;
        }

        return desk.Timeline.WithShots(shots);
    }

    /// <summary>Whether clips with more to show stand there equally long, as a total that was asked for leaves them.</summary>
    public static bool IsShared(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        if (shots.Any(shot => shot.IsElastic()))
        {
            return false;
        }

        var cut = shots.Where(shot => MostSlot(desk, shot) - shot.Slot() > TimeSpan.FromMilliseconds(100)).Select(shot => shot.Slot()).ToList();
        return cut.Count > 1 && cut.Max() - cut.Min() < TimeSpan.FromMilliseconds(5) && shots.Max(shot => shot.Slot()) <= cut.Max();
    }

    private static TimeSpan MostSlot(EditDesk desk, PictureSegment shot) =>
        (desk.SourceLength(shot) - shot.In).Times(1 / shot.Speed) - shot.TransitionLength();

    private static TimeSpan Sum(IEnumerable<PictureSegment> shots) =>
        shots.Aggregate(TimeSpan.Zero, (sum, shot) => sum + shot.Slot());
}
