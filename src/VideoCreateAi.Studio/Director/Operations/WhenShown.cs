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

    /// <summary>Gone so long before the end of the video.</summary>
    public TimeSpan? BeforeEnd { get; init; }

    public bool Whole { get; init; }

    public ShotReference? Over { get; init; }

    public bool IsSaid => this != Unsaid;

    /// <summary>These times with what was said of them later.</summary>
    public WhenShown Then(WhenShown later)
    {
        var isElsewhere = later is { Over: not null } or { Whole: true } or { Start: not null } or { AtEnd: true } or { BeforeEnd: not null };
        return !later.IsSaid ? this
            : isElsewhere ? later with { Over = later.Over ?? Over, Length = later.Length ?? (later.Start is not null && later.End is null ? Length : null), Start = later.Start ?? (later.BeforeEnd is not null ? Start : null) }
            : this with { Length = later.Length ?? (later.End is null ? Length : null), End = later.End ?? (later.Length is null ? End : null), AtEnd = AtEnd && later.End is null };
    }

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
        if (Whole && BeforeEnd is null)
        {
            return new TimeRange(TimeSpan.Zero, end);
        }

        if (Over?.Resolve(timeline) is { Count: > 0 } shots)
        {
            return Within(
                TimeRange.Between(timeline.Shots()[shots[0]].SlotRange().Start, timeline.Shots()[shots[^1]].SlotRange().End), end);
        }

        if (BeforeEnd is { } early && end > early && (Start ?? start) < end - early)
        {
            return TimeRange.Between(Start ?? start, end - early);
        }

        var length = Length ?? usual ?? end;
        if (AtEnd && Start is { } since && since < end)
        {
            return TimeRange.Between(since, end);
        }

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

    /// <summary>"the first 2 seconds of the third clip": the times are the shot's.</summary>
    private TimeRange Within(TimeRange shot, TimeSpan end)
    {
        var stop = BeforeEnd is { } early && end - early < shot.End && end - early > shot.Start ? end - early : shot.End;
        var length = Length ?? (End is { } until ? until - (Start ?? TimeSpan.Zero) : null);
        if (length is not { } within || within >= shot.Duration || within <= TimeSpan.Zero)
        {
            return TimeRange.Between(shot.Start, stop);
        }

        var begin = shot.Start + (Start ?? TimeSpan.Zero);
        return AtEnd ? TimeRange.Between(shot.End - within, shot.End)
            : begin + within <= shot.End ? new TimeRange(begin, within) : TimeRange.Between(begin < shot.End ? begin : shot.Start, shot.End);
    }
}
