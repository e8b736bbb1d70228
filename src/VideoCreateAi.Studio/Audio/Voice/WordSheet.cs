using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Word times as lines of text: start and end in milliseconds, and the word.</summary>
internal static class WordSheet
{
    public static IEnumerable<string> Write(IEnumerable<TimedWord> words) => words.Select(word => string.Create(
        CultureInfo.InvariantCulture, $"{word.Start.TotalMilliseconds:0}\t{word.End.TotalMilliseconds:0}\t{word.Text}"));

    public static IReadOnlyList<TimedWord> Read(IEnumerable<string> lines) => [.. lines.Select(line => line.Split('\t', 3)).Where(parts => parts.Length == 3)
        .Select(parts => new TimedWord(Milliseconds(parts[0]), Milliseconds(parts[1]), parts[2]))];

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
}
