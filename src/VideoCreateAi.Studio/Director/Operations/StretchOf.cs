using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A stretch of something whose length is known only when the edit is made.</summary>
internal sealed record StretchOf(TimeSpan From, TimeSpan To, bool FromEnd = false, bool ToEnd = false)
{
    public bool IsMiddle { get; private init; }

    public static StretchOf Head(TimeSpan length) => new(TimeSpan.Zero, length);

    public static StretchOf Tail(TimeSpan length) => new(length, TimeSpan.Zero, FromEnd: true, ToEnd: true);

    public static StretchOf After(TimeSpan start) => new(start, TimeSpan.Zero, ToEnd: true);

    public static StretchOf Between(TimeSpan from, TimeSpan to) => new(from, to);

    /// <summary>So long a stretch in the middle.</summary>
    public static StretchOf Middle(TimeSpan length) => new(length, TimeSpan.Zero) { IsMiddle = true };

    public TimeRange Within(TimeRange whole)
    {
        if (IsMiddle)
        {
            var before = (whole.Duration - From).Times(0.5);
            return before > TimeSpan.Zero ? new TimeRange(whole.Start + before, From) : whole;
        }

        var start = FromEnd ? whole.End - From : whole.Start + From;
        var end = ToEnd ? whole.End - To : whole.Start + To;
        start = start < whole.Start ? whole.Start : start > whole.End ? whole.End : start;
        end = end > whole.End ? whole.End : end < start ? start : end;
        return TimeRange.Between(start, end);
    }
}
