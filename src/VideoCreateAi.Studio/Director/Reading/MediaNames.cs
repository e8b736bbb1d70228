using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>How people name their files: in full, or without the ending where it cannot be taken for another word.</summary>
internal static class MediaNames
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    public static Regex WholeName(string name) => Pattern($@"(?<![\p{{L}}\p{{N}}_]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}_])");

    /// <summary>Stems in the order in which they must be looked for. A stem that is also a common word counts only
    /// in a list together with another file: "a then b", "one, two, three".</summary>
    public static IEnumerable<(Asset Asset, Regex Pattern)> Stems(IReadOnlyList<Asset> assets, Language language, string masked)
    {
        var stems = assets.Select(asset => (Asset: asset, Stem: Path.GetFileNameWithoutExtension(asset.Name)))
            .Where(row => row.Stem.Length > 0)
            .GroupBy(row => row.Stem, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == 1)
            .Select(group => group.First())
            .OrderByDescending(row => row.Stem.Length)
            .ToList();
        var anyStem = string.Join('|', stems.Select(row => Regex.Escape(row.Stem)));
        foreach (var (asset, stem) in stems)
        {
            var name = $@"(?<![\p{{L}}\p{{N}}_.:\-]){Regex.Escape(stem)}(?![\p{{L}}\p{{N}}_:'’\-]|\.\p{{L}})";
            if (!IsCommonWord(stem, language))
            {
                yield return (asset, Pattern(name));
                continue;
            }

            const string Link = @"(?:\s*[,&+>\-]+\s*(?:and |then )?|\s+(?:and|then|with|to|or|and then)\s+|\s+)";
            var other = $@"(?:[\uE000-\uF8FF]|(?<![\p{{L}}\p{{N}}_])(?:{anyStem})(?![\p{{L}}\p{{N}}_]))";
            yield return (asset, Pattern($@"{name}(?={Link}\s*{other}(?!\s+(?:photo|picture|image|clip|shot|second)))|(?<={other}\s*{Link}){name}"));
        }
    }

    private static bool IsCommonWord(string stem, Language language) =>
        stem.All(char.IsDigit) || stem.ToLowerInvariant() is "a" or "i" || language.Knows(stem.ToLowerInvariant());

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit);
}
