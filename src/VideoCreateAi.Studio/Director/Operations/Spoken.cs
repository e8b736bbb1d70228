using System.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>How long a text takes to be spoken, and when each of its words is: as the voice did, or as a calm narrator would.</summary>
internal static class Spoken
{
    // About 150 words a minute; Chinese, which parts its words by nothing, has about 250 signs in it.
    private const double SecondsPerWord = 0.4;

    private const double SecondsPerSign = 0.24;

    public static TimeSpan Length(string text, Narrator? narrator) =>
        narrator?.Spoken.GetValueOrDefault(text)?.Duration.Rounded() ?? WholeMilliseconds.Of(Math.Max(1, Units(text).Sum(Seconds)) * 1000);

    public static IReadOnlyList<TimedWord> Words(string text, TimeSpan length, Narrator? narrator)
    {
        if (narrator?.Spoken.GetValueOrDefault(text) is { Words.Count: > 0 } spoken)
        {
            return spoken.Words;
        }

        var units = Units(text);
        var total = Math.Max(1e-6, units.Sum(Seconds));
        var words = new List<TimedWord>(units.Count);
        var done = 0.0;
        foreach (var unit in units)
        {
            var start = length.Times(done / total);
            done += Seconds(unit);
            words.Add(new TimedWord(start, length.Times(done / total), unit));
        }

        return words;
    }

    /// <summary>Whether the sign is a word by itself, as in Chinese.</summary>
    public static bool IsSign(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FA) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static double Seconds(string unit) => IsSign(Rune.GetRuneAt(unit, 0)) ? SecondsPerSign : SecondsPerWord;

    private static List<string> Units(string text)
    {
        var units = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var from = units.Count;
            foreach (var rune in word.EnumerateRunes())
            {
                var begins = units.Count == from || IsSign(rune) || (Rune.IsLetterOrDigit(rune) && IsSign(Rune.GetRuneAt(units[^1], 0)));
                if (begins)
                {
                    units.Add("");
                }

                units[^1] += rune.ToString();
            }
        }

        return units;
    }
}
