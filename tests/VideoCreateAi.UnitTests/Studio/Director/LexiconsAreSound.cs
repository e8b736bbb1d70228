using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>The word lists of all languages, checked as data.</summary>
public sealed class LexiconsAreSound
{
    private static readonly HashSet<string> s_settings =
    [
        "name", "script", "elision", "ordinal-dot", "endings", "variants", "title", "says", "named", "title-ends", "writes", "captions", "narration",
        "scene", "subject", "subject-ends", "noun-first", "letters", "tones", "prefixes", "article",
    ];

    public static TheoryData<string> Codes => [.. Lexicons.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_line_of_a_lexicon_can_be_read(string code)
    {
        var faults = new List<string>();

        LexiconFile.Read(code, Lexicons.Text(code), faults);

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_value_in_a_lexicon_is_one_that_English_has(string code)
    {
        var known = EnglishWords.All.GroupBy(phrase => phrase.Sense)
            .ToDictionary(group => group.Key, group => group.Select(phrase => phrase.Value).Append("").ToHashSet());
        known[Sense.Counter] = ["", "image", "clip", "number"];
        known[Sense.OrdinalMark] = ["", "image", "clip", "last"];
        known[Sense.Remove] = ["", "unwanted", "vanish"];
        known[Sense.By].Add("article");
        known[Sense.Each].Add("before-number");
        known[Sense.Each].Add("behind-length");
        known[Sense.Leave].Add("let");
        known[Sense.And].Add("or-with");
        known[Sense.LeaveAlone].Add("stays");
        known[Sense.LeaveAlone].Add("normal");
        known[Sense.Louder].Add("complaint");
        known[Sense.Quieter].Add("complaint");
        known[Sense.Make].Add("lasting");
        known[Sense.For].Add("lasting");
        known[Sense.Half].Add("two");
        known[Sense.To].Add("or-by");
        known[Sense.Mistake] = ["", "correction"];
        known[Sense.Unit].Add("ratio");
        known[Sense.Canvas].Add("3:4");

        var strange = Meanings(Lexicons.Of(code)).Where(phrase => phrase.Value.Length > 0 && !known.GetValueOrDefault(phrase.Sense, []).Contains(phrase.Value))
            .Select(phrase => $"{phrase.Sense} {phrase.Value} : {phrase.Words}");

        Assert.Empty(strange);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_phrase_of_a_lexicon_has_two_meanings(string code)
    {
        var twice = Lexicons.Of(code).Phrases.SelectMany(phrase => phrase.Words.Split('|').Select(words => (Words: words, Meaning: Meaning(phrase))))
            .Distinct().GroupBy(row => row.Words).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(" / ", group.Select(row => row.Meaning))}");

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Settings_of_a_lexicon_are_known_ones(string code)
    {
        var names = Lexicons.Text(code).Split('\n').Where(line => line.StartsWith('@')).Select(line => line[1..].Split(':')[0].Trim());

        Assert.DoesNotContain(names, name => !s_settings.Contains(name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_patterns_made_of_a_lexicon_hold_together(string code)
    {
        var forms = ContentForms.Of(Lexicons.Of(code));

        Assert.DoesNotMatch(forms.SceneLine, "0");
    }

    private static IEnumerable<Phrase> Meanings(Lexicon lexicon) => lexicon.Phrases.SelectMany(phrase => phrase.Besides.Prepend(phrase));

    private static string Meaning(Phrase phrase) => string.Join(" + ", phrase.Besides.Prepend(phrase).Select(part => $"{part.Sense} {part.Value} {part.Number}"));
}
