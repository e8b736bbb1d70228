using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Numbers and times as the director says them.</summary>
internal static class Words
{
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) + " s";

    public static string Tempo(double beatsPerMinute) => Math.Round(beatsPerMinute).ToString("0", CultureInfo.InvariantCulture) + " bpm";

    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Factor(double factor) => factor.ToString("0.##", CultureInfo.InvariantCulture) + "×";

    public static string Range(TimeRange range) => string.Create(
        CultureInfo.InvariantCulture, $"{range.Start.TotalSeconds:0.##}-{range.End.TotalSeconds:0.##} s");

    public static void SayIfTooLoud(EditDesk desk, double volume)
    {
        if (volume > 2)
        {
            desk.CannotDo("Volume goes up to 200 %, so that is what it is now.");
        }
    }

    public static string Nth(int number) => number.ToString(CultureInfo.InvariantCulture) + (number % 100 is >= 11 and <= 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {one}s");
}
