using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"it's Maple Court, not Maple Street", "the last four digits are 4321", 是七折不是八折: a part of a text that stands there, and what it should be.
/// Only words that are really found in a text are ever read so.</summary>
internal static partial class TextRepairs
{
    private const int ShortestRun = 5;
    private const int MostSlips = 3;

    /// <returns>What to reword, and the message without that.</returns>
    public static (IReadOnlyList<RewordPart> Repairs, string Message) In(string message, VideoTimeline? now, Language language)
    {
        var texts = (now?.Texts(TextRole.Title) ?? []).Concat(now?.Texts(TextRole.Caption) ?? []).Select(text => text.Text).ToList();
        var repairs = new List<RewordPart>();
        var rest = message;
        foreach (var form in texts.Count == 0 ? [] : (Regex[])[NotThat(), NotBut(), WrongIs(), ChangedTo(), ShouldBe(), RunningNot(), RunningChanged()])
        {
            rest = form.Replace(rest, match => Told(match, texts, language) is { } repair && Remember(repair, repairs) ? "\n" : match.Value);
        }

        foreach (var form in texts.Count == 0 ? [] : (Regex[])[WrongOver(), TextOver()])
        {
            rest = form.Replace(rest, match => Over(match, now!) is { } repair && Remember(repair, repairs) ? "\n" : match.Value);
        }

        rest = texts.Count == 0 ? rest : LastDigits().Replace(rest, match => Digits(match, texts) is { } repair && Remember(repair, repairs) ? "\n" : match.Value);
        rest = texts.Count == 0 || repairs.Count > 0 ? rest : Misspelt().Replace(rest, match => Slip(match.Groups["new"].Value, texts) is { } repair && Remember(repair, repairs) ? "\n" : match.Value);
        return (repairs, repairs.Count > 0 ? rest : message);
    }

    private static bool Remember(RewordPart repair, List<RewordPart> repairs)
    {
        repairs.Add(repair);
        return true;
    }

    private static RewordPart? Told(Match match, List<string> texts, Language language)
    {
        var (old, fresh) = (Bare(match.Groups["old"].Value), Bare(match.Groups["new"].Value));
        var holders = texts.Where(text => Holds(text, old)).ToList();
        // "change music to jazz" is about the music, whatever the title says.
        var isThing = char.IsLower(old.FirstOrDefault()) && !old.Contains(' ', StringComparison.Ordinal) && language.Find([new Token(TokenKind.Word, old)], 0)?.Phrase.Sense is not (null or Sense.Word or Sense.Number or Sense.Filler);
        return isThing || fresh.Length == 0 || old.Length == 0 || holders.Count == 0 || old.Equals(fresh, StringComparison.OrdinalIgnoreCase) || holders.TrueForAll(text => text.Equals(old, StringComparison.OrdinalIgnoreCase))
            ? null
            : new RewordPart(old, fresh);
    }

    /// <summary>"the pricing one has the wrong caption, it should be Simple pricing": the text that stands over that shot.</summary>
    private static RewordPart? Over(Match match, VideoTimeline now)
    {
        var words = Word().Matches(match.Groups["which"].Value.ToLowerInvariant()).Select(word => word.Value).Where(word => word.Length > MostSlips).ToList();
        var shots = now.Shots().Where(shot => words.Exists(word => shot.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        if (shots.Select(shot => shot.Source).Distinct().Count() != 1)
        {
            return null;
        }

        var middle = shots[0].SlotRange().Start + shots[0].SlotRange().Duration.Times(0.5);
        var over = now.Texts(TextRole.Caption).Concat(now.Texts(TextRole.Title)).Where(text => text.Range.Contains(middle)).ToList();
        return over is [var only] ? new RewordPart(only.Text, Bare(match.Groups["new"].Value)) : null;
    }

    /// <summary>The end of the only long number there is.</summary>
    private static RewordPart? Digits(Match match, List<string> texts)
    {
        var fresh = match.Groups["new"].Value;
        var runs = texts.SelectMany(text => LongNumber().Matches(text).Select(number => number.Value)).Where(number => number.Count(char.IsDigit) >= ShortestRun).Distinct().ToList();
        if (runs is not [var run] || fresh.Length >= run.Length)
        {
            return null;
        }

        var left = fresh.Length;
        var from = run.Length;
        while (left > 0)
        {
            left -= char.IsDigit(run[--from]) ? 1 : 0;
        }

        return new RewordPart(run, run[..from] + fresh);
    }

    /// <summary>"you spelled it wrong, it's Katharina": the word of a text that is nearly this one.</summary>
    private static RewordPart? Slip(string fresh, List<string> texts)
    {
        var near = texts.SelectMany(text => Word().Matches(text).Select(word => word.Value)).Distinct()
            .Where(word => word != fresh && word.Length > MostSlips && Spelling.Distance(word.ToLowerInvariant(), fresh.ToLowerInvariant()) is <= MostSlips and var slips && slips < fresh.Length / 2).ToList();
        return near is [var old] ? new RewordPart(old, fresh) : null;
    }

    private static bool Holds(string text, string part) => part.Length > 0 && (Scripts.IsRunning(part[0]) || char.IsDigit(part[0])
        ? text.Contains(part, StringComparison.OrdinalIgnoreCase)
        : Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(part)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static string Bare(string text) => text.Trim(' ', '"', '\'', '“', '”', '‘', '’', '「', '」', '*', '.', ',', '，', '。', '!', '！');

    [GeneratedRegex(@"(?<=^|[.,;!?\n]\s*|\b(?:but|and|because|sorry|no|oops)\s+)(?:it(?:'s|’s|s| is| should be| must be)|that(?:'s|’s| is| should be)|(?:should|must) (?:be|say|read)|we(?:'re|’re| are)|make it|make that)\s+(?<new>[^,.;!?\n]{1,60}?)\s*,?\s+(?:and\s+)?not\s+(?:the\s+)?(?<old>[^,.;!?\n]{1,60}?)(?=\s*(?:[,.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotThat();

    [GeneratedRegex(@"(?<=^|[.,;!?\n]\s*|\b(?:but|and|because|sorry|no|oops)\s+)(?:the\s+)?(?<old>[^,.;!?\n]{1,60}?)\s+(?:is|was|isn't|isn’t|is not)\s+(?:wrong|incorrect|not right|right|correct|a typo|a mistake|outdated)\s*[,.;:!-]?\s*(?:sorry,?\s+)?(?:it(?:'s|’s|s| is| should be| must be)|should be|make it|use)\s+(?<new>[^,.;!?\n]{1,60}?)(?=\s*(?:[,.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WrongIs();

    [GeneratedRegex(@"(?:it(?:'s|’s|s| is)\s+)?\bnot\s+(?<old>[^,.;!?\n]{1,60}?)\s*,?\s+(?:but|it(?:'s|’s| is| should be))\s+(?<new>[^,.;!?\n]{1,60}?)(?=\s*(?:[,.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotBut();

    [GeneratedRegex(@"\b(?:change|replace|correct|fix|swap)\s+(?:the\s+(?:word|name|number|date|price|year|time)\s+)?(?<old>[^,.;!?\n]{1,60}?)\s+(?:to|with|into|by|for)\s+(?<new>[^,.;!?\n]{1,60}?)(?=\s*(?:[,.;!?\n]|\s(?:in|on)\s+the\b|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChangedTo();

    [GeneratedRegex(@"(?<=^|[.,;!?\n]\s*|\b(?:but|and|because)\s+)(?:the\s+)?(?<old>[^,.;!?\n]{1,60}?)\s+(?:should|must|needs? to|has to|ought to)\s+(?:be|say|read)\s+(?<new>[^,.;!?\n]{1,60}?)(?=\s*(?:[,.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShouldBe();

    [GeneratedRegex(@"(?:应该)?是\s*(?<new>[^，。！？,\n是]{1,30}?)\s*[，,]?\s*(?:而?不是)\s*(?<old>[^，。！？,\n]{1,30}?)(?=[，。！？,\n]|$)|不是\s*(?<old>[^，。！？,\n]{1,30}?)\s*[，,]?\s*(?:而?是|应该是)\s*(?<new>[^，。！？,\n]{1,30}?)(?=[，。！？,\n]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RunningNot();

    [GeneratedRegex(@"(?:把|将)?(?<old>[^，。！？,\n把将]{1,30}?)(?:改成|改为|换成|改回|应该是|要改成)\s*(?<new>[^，。！？,\n]{1,30}?)(?:吧|了)?(?=[，。！？,\n]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RunningChanged();

    [GeneratedRegex(@"(?:[^.,;!?\n]*\b(?:last|final)\s+(?:\w+\s+)?(?:digits?|numbers?|figures?)\b[^.;!?\n0-9]{0,24}(?<new>[0-9]{2,8})|(?:电话|号码|手机号|数字)?[^，。,\n]{0,6}[，,]?后[两二三四五六七八0-9]+[位个](?:数字|数)?[^，。,\n0-9]{0,6}(?<new>[0-9]{2,8}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastDigits();

    [GeneratedRegex(@"[^.!?\n]*(?:\b(?:spell\w*|spelt|misspel\w+|typo|wrote)\b|拼错|写错|打错)[^\n]*?(?:\b(?:it's|it’s|it is|is|with|should be|as)\s+|是|[:：]\s*)[""“'‘]?(?<new>\p{L}{4,})[""”'’]?(?=\s*(?:[.!?,，。\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Misspelt();

    [GeneratedRegex(@"(?<which>[^,.;!?\n]{1,40}?)\s+has\s+(?:got\s+)?(?:the|a)\s+wrong\s+(?:caption|subtitle|text|title|label|words?|name)\s*[,;.:-]?\s*(?:it\s+|that\s+)?(?:should|must|has to|needs to)\s+(?:be|say|read)\s+(?<new>[^,.;!?\n]{1,80}?)(?=\s*(?:[.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WrongOver();

    [GeneratedRegex(@"(?:the\s+)?(?:caption|subtitle|text|title|label|words?)\s+(?:on|over|of|for|under)\s+(?:the\s+)?(?<which>[^,.;!?\n]{1,40}?)\s+(?:should|must|has to|needs to)\s+(?:be|say|read)\s+(?<new>[^,.;!?\n]{1,80}?)(?=\s*(?:[.;!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TextOver();

    [GeneratedRegex(@"[0-9](?:[0-9 \-]*[0-9])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
