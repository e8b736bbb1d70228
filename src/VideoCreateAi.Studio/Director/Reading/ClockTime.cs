using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Times as people write them: <c>12</c>, <c>1:05</c>, <c>00:01:02,500</c>.</summary>
internal static class ClockTime
{
    private const double LongestSeconds = 24 * 3600;

    public static TimeSpan Read(string text)
    {
        var seconds = 0.0;
        foreach (var part in text.Trim().Split(':'))
        {
            _ = double.TryParse(part.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
            seconds = (seconds * 60) + value;
        }

        return WholeMilliseconds.Of(Math.Clamp(seconds, 0, LongestSeconds) * 1000);
    }
}
