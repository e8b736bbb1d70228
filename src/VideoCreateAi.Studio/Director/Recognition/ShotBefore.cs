using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The one shot that the message before was about: what "it" is in the next, where nothing else is named.</summary>
internal static class ShotBefore
{
    public static ShotReference? Of(TurnInput input)
    {
        if (input is not { Current: { IsEmpty: false } now, Previous: [{ IsEmpty: false } before, ..] } || now.Shots().Count < 2)
        {
            return null;
        }

        var (old, shots) = (before.Shots(), now.Shots());
        var sources = shots.Select(shot => shot.Source).OfType<string>().Distinct().ToList();
        var others = (string one) => (IsSame(old.Where(shot => shot.Source != one), shots.Where(shot => shot.Source != one)), IsSame(old, shots));
        var meant = sources.Where(source => others(source) is (true, false)).ToList();
        return meant is [var only] ? ShotReference.Of(only) : null;
    }

    /// <summary>The same shots in the same order, whenever they come.</summary>
    private static bool IsSame(IEnumerable<PictureSegment> one, IEnumerable<PictureSegment> other) => one.Select(Bare).SequenceEqual(other.Select(Bare));

    private static PictureSegment Bare(PictureSegment shot) => shot with { Id = "", Range = new TimeRange(TimeSpan.Zero, shot.Slot()), Transition = null };
}
