namespace VideoCreateAi.Studio.Timeline;

/// <summary>Transitions between neighbours. They never change a length that stills can make up for.</summary>
internal static class TransitionEditing
{
    /// <summary>Sets the way into the shots at these indices; null removes it.</summary>
    /// <param name="exact">The length was asked for: up to half of the shorter neighbour. Else up to a third.</param>
    public static VideoTimeline WithTransitions(
        this VideoTimeline timeline, IEnumerable<int> indices, Transition? transition, bool exact)
    {
        var shots = timeline.Shots().ToArray();
        foreach (var index in indices.Where(index => index > 0 && index < shots.Length))
        {
            var shot = shots[index];
            var before = shots[index - 1];
            var wanted = transition is null ? null : transition with { Duration = Bounded(transition.Duration, before, shot, exact) };
            shots[index] = shot.WithTransitionKeepingSlot(wanted);
            if (!shot.IsElastic() && before.IsElastic())
            {
                // The still in front lends the time, so the clip starts when it did.
                shots[index - 1] = before.WithSlot(before.Slot() + shots[index].TransitionLength() - shot.TransitionLength());
            }
        }

        return timeline.WithShots(shots);
    }

    public static IEnumerable<int> AllCuts(this VideoTimeline timeline) =>
        Enumerable.Range(1, Math.Max(0, timeline.Shots().Count - 1));

    private static TimeSpan Bounded(TimeSpan wanted, PictureSegment before, PictureSegment shot, bool exact)
    {
        var shorter = Math.Min(before.Slot().TotalMilliseconds, shot.Slot().TotalMilliseconds);
        var most = Math.Floor(shorter / (exact ? 2 : 3));
        return TimeSpan.FromMilliseconds(Math.Min(Math.Round(wanted.TotalMilliseconds), most));
    }
}
