using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A place in the row of shots.</summary>
/// <param name="Number">From 1; −1 = the end. Counts without what is being moved.</param>
internal sealed record Destination(int Number, ShotReference? Before = null, ShotReference? After = null)
{
    /// <summary>A moment of the programme; what plays there goes on behind it.</summary>
    public TimeSpan? Moment { get; private init; }

    /// <summary>So many places towards the end from where it stands; negative = towards the start.</summary>
    public int Steps { get; private init; }

    public static readonly Destination Start = new(1);

    public static readonly Destination End = new(-1);

    public static Destination At(TimeSpan moment) => new(0) { Moment = moment };

    public static Destination Further(int steps) => new(0) { Steps = steps };

    /// <param name="remaining">Indices of the shots that stay, in order.</param>
    public int? IndexIn(IReadOnlyList<int> remaining, VideoTimeline timeline)
    {
        if ((Before ?? After) is { } anchor)
        {
            var places = anchor.Resolve(timeline).Select(index => remaining.ToList().IndexOf(index)).Where(index => index >= 0).ToList();
            return places.Count == 0 ? null : Before is not null ? places[0] : places[^1] + 1;
        }

        if (Moment is { } moment)
        {
            return remaining.Count(index => timeline.Shots()[index].SlotRange().Start < moment);
        }

        return Number < 0 ? Math.Max(0, remaining.Count + Number + 1) : Math.Clamp(Number - 1, 0, remaining.Count);
    }
}
