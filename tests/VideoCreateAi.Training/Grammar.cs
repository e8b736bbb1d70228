using System.Text.RegularExpressions;

namespace VideoCreateAi.Training;

/// <summary>Makes sentences of patterns: "=slot TAB choice|choice" and "labels TAB language TAB sentence with {slots}".</summary>
internal static partial class Grammar
{
    private const int Times = 20;

    public static IEnumerable<string> Lines(IReadOnlyList<string> file)
    {
        var slots = file.Where(static line => line.StartsWith('=')).Select(static line => line[1..].Split('\t'))
            .ToDictionary(static pair => pair[0], static pair => pair[1].Split('|'), StringComparer.Ordinal);
        var random = new Random(1);
        return file.Where(static line => line.Length > 0 && line[0] is not ('=' or '#'))
            .SelectMany(line => Enumerable.Range(0, Times).Select(_ => Fill(line, slots, random)).Distinct(StringComparer.Ordinal));
    }

    // A choice may have slots of its own. Each is filled once, so what a pattern names twice is the same choice only by chance.
    private static string Fill(string pattern, Dictionary<string, string[]> slots, Random random)
    {
        while (Slot().IsMatch(pattern))
        {
            pattern = Slot().Replace(pattern, match => slots[match.Groups[1].Value] is var choices ? choices[random.Next(choices.Length)] : string.Empty);
        }

        var sentence = pattern.LastIndexOf('\t') + 1;
        return pattern[..sentence] + char.ToUpperInvariant(pattern[sentence]) + pattern[(sentence + 1)..];
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
