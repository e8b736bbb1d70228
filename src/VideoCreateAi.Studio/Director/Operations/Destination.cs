using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A place in the row of shots.</summary>
/// <param name="Number">From 1; −1 = the end. Counts without what is being moved.</param>
internal sealed record Destination(int Number, ShotReference? Before = null, ShotReference? After = null)
{
    public static readonly Destination Start = new(1);

    public static readonly Destination End = new(-1);

    /// <param name="remaining">Indices of the shots that stay, in order.</param>
    public int? IndexIn(IReadOnlyList<int> remaining, VideoTimeline timeline)
    {
        if ((Before ?? After) is { } anchor)
        {
            var places = anchor.Resolve(timeline).Select(index => remaining.ToList().IndexOf(index)).Where(index => index >= 0).ToList();
            return places.Count == 0 ? null : Before is not null ? places[0] : places[^1] + 1;
        }

        return Number < 0 ? Math.Max(0, remaining.Count + Number + 1) : Math.Clamp(Number - 1, 0, remaining.Count);
    }
}
