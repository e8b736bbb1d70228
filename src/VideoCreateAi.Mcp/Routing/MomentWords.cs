using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>Which moment of a video a picture of it is to show.</summary>
internal static partial class MomentWords
{
    /// <param name="text">Folded.</param>
    /// <returns>Seconds; null where none is named.</returns>
    public static double? Read(string text)
    {
        if (ClockPattern().Match(text) is { Success: true } clock)
        {
            return (Number(clock.Groups["m"]) * 60) + Number(clock.Groups["s"]);
        }

        return SecondsPattern().Match(text) is { Success: true } seconds ? Number(seconds.Groups["n"]) : null;
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan.ToString().Replace(',', '.'), CultureInfo.InvariantCulture);

    // Not the shape 9:16.
    [GeneratedRegex(@"(?<![\d:])(?!9:16)(?<m>\d{1,3}):(?<s>[0-5]\d(?:[.,]\d{1,3})?)(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex ClockPattern();

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d{1,5}(?:[.,]\d{1,3})?) ?(?:s|sec|secs|second|seconds|sek|sekunde|sekunden|segundo|segundos|seconde|secondes|secondo|secondi)(?![a-z])|第? ?(?<n>\d{1,5}(?:[.,]\d{1,3})?) ?(?:秒|초)", RegexOptions.CultureInvariant)]
    private static partial Regex SecondsPattern();
}
