using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>When a text or overlay shows, in the words of the message; what is null was not said.</summary>
internal sealed record WhenShown
{
    public static readonly WhenShown Unsaid = new();

    public TimeSpan? Start { get; init; }

    public TimeSpan? End { get; init; }

    public TimeSpan? Length { get; init; }

    public bool AtEnd { get; init; }

    public bool Whole { get; init; }

    public ShotReference? Over { get; init; }

    public bool IsSaid => this != Unsaid;

    /// <summary>Why these times cannot be, or null.</summary>
    public string? Misfit(VideoTimeline timeline, string what) => Over is { MediaId: null, First: > 0 } over && over.Resolve(timeline).Count == 0
        ? $"There is no {Words.Nth(over.First)} {over.Noun()} for the {what}; the video has {Words.Count(timeline.Shots().Count, "shot")}."
        : Start is { } start && !Whole && Over is null && start >= timeline.ProgrammeEnd()
        ? $"The video is only {Words.Seconds(timeline.ProgrammeEnd())} long, so a {what} cannot start at {Words.Seconds(start)}; make the video longer or name an earlier time."
        : null;

    /// <param name="usual">The length where none is said; null = to the end of the video.</param>
    /// <param name="start">Where it starts if nothing is said.</param>
    public TimeRange In(VideoTimeline timeline, TimeSpan? usual, TimeSpan start = default)
    {
        var end = timeline.ProgrammeEnd();
        if (Whole)
        {
            return new TimeRange(TimeSpan.Zero, end);
        }

        if (Over?.Resolve(timeline) is { Count: > 0 } shots)
        {
            var first = timeline.Shots()[shots[0]].SlotRange().Start;
            var last = timeline.Shots()[shots[^1]].SlotRange().End;
            return Length is { } within && first + within < last ? new TimeRange(first, within) : TimeRange.Between(first, last);
        }

        var length = Length ?? usual ?? end;
        if (AtEnd)
        {
            return TimeRange.Between(end > length ? end - length : TimeSpan.Zero, end);
        }

        var from = Start ?? start;
        if (from > end - TimeSpan.FromMilliseconds(100))
        {
            from = end > length ? end - length : TimeSpan.Zero;
        }

        var to = End ?? (from + length);
        return TimeRange.Between(from, to > end || to <= from ? end : to);
    }
}
