using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Where a sentence falls into parts that are judged one by one.</summary>
internal static class SentenceCuts
{
    private const string Breaks = ",;:，；：、()（）—–\n";

    // A part ends before a break, or before "and", "or", "then" with a new instruction after it.
    public static IEnumerable<int> Of(string sentence, List<CueToken> tokens)
    {
        var at = 0;
        var last = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            for (; at < tokens[i].Start; at++)
            {
                if (IsBreak(sentence, at))
                {
                    last = at;
                    yield return at;
                }
            }

            at = tokens[i].IsStop ? tokens[i].Start : tokens[i].End;
            var cue = (GuiCue)tokens[i].Cue;
            if ((cue & GuiCue.Joint) != 0 && i + 1 < tokens.Count && StartsStep(tokens, i + 1)
                && SaysMoreThanIf(sentence, tokens, last, tokens[i].Start))
            {
                last = tokens[i].Start;
                yield return tokens[i].Start;
            }
        }

        for (; at < sentence.Length; at++)
        {
            if (IsBreak(sentence, at))
            {
                yield return at;
            }
        }

        yield return sentence.Length;
    }

    // "想再小一点的话" is one condition: what stands before its "再" is but the "if".
    private static bool SaysMoreThanIf(string sentence, List<CueToken> tokens, int from, int to)
    {
        var at = from;
        for (var i = GuiClause.FirstFrom(tokens, from); i < tokens.Count && tokens[i].Start < to; i++)
        {
            if (((GuiCue)tokens[i].Cue & (GuiCue.Soft | GuiCue.If)) != 0)
            {
                if (sentence.AsSpan(at, tokens[i].Start - at).ContainsAnyLetterOrDigit())
                {
                    return true;
                }

                at = tokens[i].End;
            }
        }

        return at < to && sentence.AsSpan(at, to - at).ContainsAnyLetterOrDigit();
    }

    private static bool IsBreak(string sentence, int at)
        => at > 0 && (Breaks.Contains(sentence[at], StringComparison.Ordinal) || (sentence[at] == '-' && sentence[at - 1] == ' ' && at + 1 < sentence.Length && sentence[at + 1] == ' '))
            && !(sentence[at] is ':' or ',' && at + 1 < sentence.Length && char.IsAsciiDigit(sentence[at - 1]) && char.IsAsciiDigit(sentence[at + 1]));

    private static bool StartsStep(List<CueToken> tokens, int i)
    {
        while (i + 1 < tokens.Count && !tokens[i].IsStop && ((GuiCue)tokens[i].Cue & (GuiCue.Soft | GuiCue.You | GuiCue.Joint)) != 0)
        {
            i++;
        }

        return ((GuiCue)tokens[i].Cue & (GuiRules.Verb | GuiCue.Export | GuiCue.Revise | GuiCue.Upload | GuiCue.If | GuiCue.Self | GuiCue.Trouble | GuiCue.Sorry)) != 0;
    }
}
