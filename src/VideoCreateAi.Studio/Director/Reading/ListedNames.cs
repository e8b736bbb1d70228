using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Words that stand as members of a list: between commas, "and" and "then".</summary>
internal static class ListedNames
{
    private const string Sign = @"[\uE000-\uF8FF]";
    private const string Article = @"(?:(?:the|my|our|a|el|la|los|las|der|die|das|le|les|il|o|os|as)\s+)?";

    /// <summary>Each such word, with the contents that are its neighbours in the list.</summary>
    public static Regex Pattern(Language language)
    {
        var links = string.Join('|', language.Lexicons.SelectMany(lexicon => lexicon.Phrases).Where(phrase => phrase.Sense is Sense.And or Sense.Then)
            .SelectMany(phrase => phrase.Words.Split('|')).Where(word => !word.EndsWith('*') && char.IsLetter(word[0]) && !Scripts.IsRunning(word[0])).Distinct().Select(Regex.Escape));
        var link = $@"(?:(?<!\p{{L}})(?:{links})(?!\p{{L}}))";
        var separator = $@"(?:[,;]\s*{link}?|{link})";
        return new Regex(
            $@"(?<=(?:(?<before>{Sign})\s*)?(?:{separator}|^|[.!?:\n]|(?<!\p{{L}})(?:of|with|from|between|beside|side\s+by\s+side|use|show|swap|join)(?!\p{{L}}))\s*{Article})(?<![\p{{L}}\p{{N}}_])(?<word>\p{{L}}{{3,}})(?![\p{{L}}\p{{N}}_'’\-])(?=\s*{separator}\s*{Article}(?<behind>{Sign})|\s*(?:{separator}|[.!?\n]|$|\d))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
