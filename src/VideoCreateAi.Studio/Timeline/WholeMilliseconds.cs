namespace VideoCreateAi.Studio.Timeline;

/// <summary>Times on a timeline are whole milliseconds: a draft can hold nothing finer, so nothing finer may be computed.</summary>
internal static class WholeMilliseconds
{
    public static TimeSpan Of(double milliseconds) =>
        TimeSpan.FromMilliseconds((long)Math.Round(milliseconds, MidpointRounding.AwayFromZero));

    public static TimeSpan Rounded(this TimeSpan time) => Of(time.TotalMilliseconds);

    public static TimeSpan Times(this TimeSpan time, double factor) => Of(time.TotalMilliseconds * factor);

    /// <summary>Cuts a stretch into parts that differ by at most 1 ms and add up to exactly the whole.</summary>
    public static IReadOnlyList<TimeSpan> Split(TimeSpan whole, int parts)
    {
        var total = (long)Math.Round(whole.TotalMilliseconds);
        return [.. Enumerable.Range(0, parts)
            .Select(part => TimeSpan.FromMilliseconds((total * (part + 1) / parts) - (total * part / parts)))];
    }
}
