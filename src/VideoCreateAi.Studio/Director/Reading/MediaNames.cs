using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>How people name their files: in full, or without the ending where it cannot be taken for another word.</summary>
internal static class MediaNames
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    // No space parts a name from the words around it in some languages: 把a.jpg放到最后.
    private const string Spaced = @"[\p{L}\p{M}\p{N}_-[" + Scripts.Running + "]]";

    public static bool IsNamed(Asset asset, string text) => Path.GetFileNameWithoutExtension(asset.Name).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase);

    public static Regex WholeName(string name) => Pattern($@"{(Scripts.IsRunning(name[0]) ? "" : $"(?<!{Spaced})")}{Regex.Escape(name)}(?!{Spaced})");

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
        var links = string.Join('|', language.Lexicons.SelectMany(lexicon => lexicon.Phrases).Where(phrase => phrase.Sense is Sense.And or Sense.Then)
            .SelectMany(phrase => phrase.Words.Split('|')).Where(word => !word.EndsWith('*')).Select(Regex.Escape));
        foreach (var (asset, stem) in stems)
        {
            var name = $@"{(Scripts.IsRunning(stem[0]) ? "" : $@"(?<!{Spaced}|[.:\-])")}{Regex.Escape(stem)}{(Scripts.IsRunning(stem[^1]) ? "" : $@"(?!{Spaced}|:(?!\s)|['’\-]|\.\p{{L}})")}";
            var named = $@"{(Scripts.IsRunning(stem[0]) ? "" : $@"(?<!{Spaced}|[.:\-])")}{Regex.Escape(stem)}";
            if (!IsCommonWord(stem, language) || (asset.Kind == AssetKind.Audio && IsStyle(stem.ToLowerInvariant(), language)))
            {
                // "w1: only 2 to 6"
                yield return (asset, Pattern($@"(?<=^\s*|[.;!?\n]\s*){named}(?=:\s+[^\s""“「«'])"));
                yield return (asset, Pattern(name));
                continue;
            }

            if (language.Lexicons.SelectMany(lexicon => lexicon.Phrases).Any(phrase => phrase.Sense is Sense.Start or Sense.End
                && phrase.Words.Split('|').Contains(stem.ToLowerInvariant())) && stem.ToLowerInvariant() is not ("start" or "end" or "beginning" or "back" or "front"))
            {
                // "put the intro first": whoever names a file so means the file.
                yield return (asset, Pattern($@"(?<=(?<!\p{{L}})(?:the|my|our)\s+){name}"));
            }

            // "the score photo": the noun behind it says that a file is meant.
            yield return (asset, Pattern($@"(?<=(?<!\p{{L}})(?:the|my|our|this|that)\s+){name}(?=\s+(?:photo|picture|image|clip|video|shot|pic)(?!\p{{L}}))"));
            var link = $@"(?:\s*[,&+>、，\-]+\s*(?:(?:{links})\s*)?|\s*(?:{links})\s*|\s+(?:with|to|by|for|por|par|avec|con|mit|durch|gegen|door|met|na|на|dengan|bằng)\s+|\s+)";
            if (language.Find([new Token(TokenKind.Word, stem)], 0) is { } meant)
            {
                foreach (var pattern in SpokenNames.Of(asset, stem, meant.Phrase.Sense, language))
                {
                    yield return (asset, pattern);
                }
            }
            else if (Scripts.IsRunning(stem[0]) && !stem.All(HanNumbers.IsNumeral) && language.Lexicons.SelectMany(lexicon => lexicon.Phrases).FirstOrDefault(phrase => phrase.Words.Split('|').Contains(stem)) is var running)
            {
                foreach (var pattern in SpokenNames.Of(asset, stem, running?.Sense ?? Sense.Word, language))
                {
                    yield return (asset, pattern);
                }
            }

            var other = $@"(?:[\uE000-\uF8FF]|(?<!{Spaced})(?:{anyStem})(?!{Spaced}))";
            yield return (asset, Pattern($@"{name}(?={link}\s*{other}(?!\s+(?:photo|picture|image|clip|shot|second)))|(?<={other}\s*{link})(?:{name}|{named}(?=\s*:))"));
        }
    }

    /// <summary>The message without the names in it, which are of no language; all of it where nothing else would be left.</summary>
    public static string Without(string message, IReadOnlyList<Asset> assets)
    {
        var text = message;
        foreach (var stem in assets.Select(asset => Path.GetFileNameWithoutExtension(asset.Name)).Where(stem => stem.Length > 0 && Scripts.Of(stem[0]) == Script.Latin && stem.All(char.IsAscii)).OrderByDescending(stem => stem.Length))
        {
            text = Pattern($@"(?<!{Spaced}){Regex.Escape(stem)}(?!{Spaced})").Replace(text, " ");
        }

        return text.Any(char.IsLetter) ? text : message;
    }

    private static bool IsCommonWord(string stem, Language language) =>
        stem.All(char.IsDigit) || stem.All(HanNumbers.IsNumeral) || (stem.Length == 1 && char.IsAsciiLetter(stem[0]) ? "aikmnpsx".Contains(stem[0], StringComparison.OrdinalIgnoreCase) : IsWord(stem.ToLowerInvariant(), language));

    /// <summary>A song called jazz.mp3 is what "the jazz" means.</summary>
    private static bool IsStyle(string stem, Language language) => language.Lexicons.SelectMany(lexicon => lexicon.Phrases).Any(phrase => phrase.Sense is Sense.MusicStyle or Sense.Mood && phrase.Words.Split('|').Any(word => word.Trim() == stem));

    /// <summary>Whether it means something alone, and not only at the head of a longer phrase.</summary>
    private static bool IsWord(string stem, Language language) => language.Knows(stem) && (!stem.All(char.IsAsciiLetter) || language.Find([new Token(TokenKind.Word, stem)], 0) is not null);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit);
}
