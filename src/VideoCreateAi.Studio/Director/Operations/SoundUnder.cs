using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The shot that a sound goes with.</summary>
/// <param name="OnlyThere">It also ends with the shot.</param>
/// <param name="IsBehind">It begins when the shot is over.</param>
internal sealed record SoundUnder(ShotReference Shot, bool OnlyThere, bool IsBehind)
{
    public TimeRange? In(VideoTimeline timeline)
    {
        if (Shot.Resolve(timeline) is not { Count: > 0 } shots)
        {
            return null;
        }

        var first = timeline.Shots()[shots[0]].SlotRange();
        var last = timeline.Shots()[shots[^1]].SlotRange();
        return OnlyThere ? TimeRange.Between(first.Start, last.End) : TimeRange.Between(IsBehind ? last.End : first.Start, timeline.ProgrammeEnd());
    }
}
