namespace VideoCreateAi.Studio.Timeline;

/// <summary>A half-open stretch of time: the start belongs to it, the end does not.</summary>
internal readonly record struct TimeRange(TimeSpan Start, TimeSpan Duration)
{
    public TimeSpan End => Start + Duration;

    public bool Contains(TimeSpan time) => time >= Start && time < End;

    public static TimeRange Between(TimeSpan start, TimeSpan end) => new(start, end - start);
}
