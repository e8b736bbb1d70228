namespace VideoCreateAi.Mcp.Files;

/// <summary>How long a finished video should be, in seconds.</summary>
/// <param name="Timeline">Of the timeline; null = not known.</param>
/// <param name="Announced">As its maker says; null = it does not.</param>
internal sealed record ExpectedLength(double? Timeline, double? Announced)
{
    private const double Tolerance = 0.5;

    /// <summary>True when it fits to what is known of it.</summary>
    public bool Allows(TimeSpan duration)
    {
        var (timeline, announced) = (Timeline is > 0 ? Timeline : null, Announced is > 0 ? Announced : null);
        return (timeline is null && announced is null) || IsNear(timeline) || IsNear(announced);

        bool IsNear(double? seconds) => seconds is { } known && Math.Abs(duration.TotalSeconds - known) <= Tolerance;
    }
}
