using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The written form of a language; the README beside the files says how it reads.</summary>
internal static partial class LexiconFile
{
    /// <param name="faults">Every line that cannot be read, with its number.</param>
    public static Lexicon Read(string code, string text, ICollection<string> faults)
    {
        var phrases = new List<Phrase>();
        var settings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '@')
            {
                Setting(line, settings);
            }
            else if (Entry(line) is { } phrase)
            {
                phrases.Add(phrase);
            }
            else
            {
                faults.Add($"{code} line {number}: cannot read \"{line}\"");
            }
        }

        return new Lexicon(code, phrases, settings);
    }

    // "@name : a | b" or a flag alone; a setting may go on over several lines.
    private static void Setting(string line, Dictionary<string, IReadOnlyList<string>> settings)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? line : line[..colon])[1..].Trim();
        IEnumerable<string> values = colon < 0 ? [] : line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        settings[name] = [.. settings.GetValueOrDefault(name, []), .. values];
    }

    private static Phrase? Entry(string line)
    {
        if (line.IndexOf(" : ", StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return null;
        }

        var words = string.Join('|', line[(colon + 3)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()));
        var meanings = line[..colon].Split(" + ", StringSplitOptions.TrimEntries).Select(meaning => Meaning(meaning, words)).ToList();
        return words.Length == 0 || meanings.Contains(null) ? null : meanings[0]! with { Besides = [.. meanings.Skip(1).OfType<Phrase>()] };
    }

    private static Phrase? Meaning(string text, string words)
    {
        var match = MeaningForm().Match(text);
        return match.Success && Enum.TryParse<Sense>(match.Groups["sense"].Value, out var sense)
            ? new Phrase(sense, words, match.Groups["value"].Value, match.Groups["number"].Success ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : 0)
            {
                IsBehind = match.Groups["behind"].Success,
            }
            : null;
    }

    [GeneratedRegex(@"^(?<behind>~)?(?<sense>[A-Z][A-Za-z]+)(?:\s+(?<value>[^\s=]\S*))?(?:\s*=\s*(?<number>-?\d+(?:\.\d+)?))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MeaningForm();
}
