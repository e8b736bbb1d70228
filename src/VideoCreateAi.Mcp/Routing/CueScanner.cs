using System.Buffers;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>Reads a message into cues: files and quoted words set aside, the longest phrases of the language spoken looked up.</summary>
internal static class CueScanner
{
    public static List<CueToken> Scan(Lexicon lexicon, string message, IReadOnlyList<FileMention> mentions)
    {
        var tokens = new List<CueToken>(8 + (message.Length / 6));
        Scan(lexicon, message, mentions, tokens);
        return tokens;
    }

    /// <param name="lexicon">Of all languages.</param>
    /// <param name="message">The text.</param>
    /// <param name="mentions">The files in it.</param>
    /// <param name="tokens">Where the cues go.</param>
    public static void Scan(Lexicon lexicon, string message, IReadOnlyList<FileMention> mentions, List<CueToken> tokens)
    {
        var folded = ArrayPool<char>.Shared.Rent(message.Length);
        var text = folded.AsSpan(0, message.Length);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Letters.Fold(message[i]);
        }

        var aside = Asides.Take(message, text, mentions);
        var found = new FoundPhrases(16 + message.Length);
        Span<int> votes = stackalloc int[32];
        votes.Clear();
        Search(lexicon, text, ref found, votes);
        Choose(lexicon, text, ref found, Spoken(votes), aside, tokens);
        found.Dispose();
        ArrayPool<char>.Shared.Return(folded);
    }

    private static void Search(Lexicon lexicon, scoped ReadOnlySpan<char> text, ref FoundPhrases found, scoped Span<int> votes)
    {
        var wordStart = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Letters.IsWord(text[at]))
            {
                continue;
            }

            if (at == 0 || !Letters.IsWord(text[at - 1]))
            {
                wordStart = at;
            }

            var anywhere = Letters.IsUnspaced(text[at]) || (at > 0 && Letters.IsUnspaced(text[at - 1]));
            var prefixed = (Letters.IsArabic(text[at]) && at - wordStart <= 3) || (Letters.IsHangul(text[at]) && at - wordStart <= 4);
            if (at != wordStart && !anywhere && !prefixed)
            {
                continue;
            }

            var node = 0;
            for (var end = at; end < text.Length; end++)
            {
                var c = text[end];
                if (Letters.IsMark(c) || (c == ' ' && end > 0 && text[end - 1] == ' '))
                {
                    continue;
                }

                node = lexicon.Step(node, c);
                if (node < 0)
                {
                    break;
                }

                for (var phrase = lexicon.PhraseAt(node); phrase >= 0; phrase = lexicon[phrase].Next)
                {
                    if (lexicon[phrase].IsStem || EndsWord(text, end))
                    {
                        found.Add(at, end + 1, phrase);
                        votes[lexicon[phrase].Language] += Weight(text, at, end + 1);
                    }
                }
            }
        }
    }

    private static int Weight(ReadOnlySpan<char> text, int start, int end) => Letters.IsUnspaced(text[start]) ? 2 * (end - start) : end - start;

    private static bool EndsWord(ReadOnlySpan<char> text, int last)
    {
        if (last + 1 == text.Length || Letters.IsUnspaced(text[last]) || Letters.IsHangul(text[last]))
        {
            return true;
        }

        return !Letters.IsWord(text[last + 1]) || Letters.IsUnspaced(text[last + 1]) || Letters.IsHangul(text[last + 1]);
    }

    private static byte Spoken(ReadOnlySpan<int> votes)
    {
        byte best = Lexicon.English;
        for (byte language = 1; language < votes.Length; language++)
        {
            if (votes[language] > votes[best])
            {
                best = language;
            }
        }

        return best;
    }

    private static void Choose(
        Lexicon lexicon, ReadOnlySpan<char> text, ref FoundPhrases found, byte spoken, List<CueToken> aside, List<CueToken> tokens)
    {
        var (next, nextAside) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            if (nextAside < aside.Count && aside[nextAside].Start <= at)
            {
                tokens.Add(aside[nextAside]);
                at = Math.Max(at, aside[nextAside++].End);
                continue;
            }

            while (next < found.Count && found[next].Start < at)
            {
                next++;
            }

            var (end, phrase) = (0, -1);
            for (var i = next; i < found.Count && found[i].Start == at; i++)
            {
                var language = lexicon[found[i].Phrase].Language;
                if ((language == spoken || language == Lexicon.English)
                    && (found[i].End > end || (found[i].End == end && language == spoken)))
                {
                    (end, phrase) = (found[i].End, found[i].Phrase);
                }
            }

            if (phrase >= 0)
            {
                end = lexicon[phrase].IsStem ? WordEnd(text, end) : end;
                tokens.Add(new CueToken(at, end, (Cue)lexicon[phrase].Cue, spoken));
                at = end;
            }
            else if (Letters.IsWord(text[at]) && !Letters.IsUnspaced(text[at]))
            {
                end = WordEnd(text, at + 1);
                AddUnknown(lexicon, text, at, end, spoken, tokens);
                at = end;
            }
            else
            {
                if (IsStop(text, at))
                {
                    tokens.Add(new CueToken(at, at + 1, text[at] == '?' ? Cue.Question : Cue.None, spoken) { IsStop = true });
                }

                at++;
            }
        }

        for (; nextAside < aside.Count; nextAside++)
        {
            tokens.Add(aside[nextAside]);
        }
    }

    private static void AddUnknown(Lexicon lexicon, ReadOnlySpan<char> text, int start, int end, byte spoken, List<CueToken> tokens)
    {
        var word = text[start..end];
        var slip = word.Length >= 5
            ? lexicon.Respell(word, spoken) ?? (spoken == Lexicon.English ? null : lexicon.Respell(word, Lexicon.English))
            : null;
        tokens.Add(new CueToken(start, end, (Cue)(slip?.Cue ?? 0), spoken));
    }

    private static bool IsStop(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '!' or '?' or ';' or '\n' => true,
        ',' or '.' => !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])),
        _ => false,
    };

    // Chinese, Japanese and Korean stems end where they end; others run on to the end of the word.
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && (Letters.IsUnspaced(text[at - 1]) || (Letters.IsHangul(text[at - 1]) && at < text.Length && Letters.IsHangul(text[at]))))
        {
            return at;
        }

        while (at < text.Length && Letters.IsWord(text[at]) && !Letters.IsUnspaced(text[at]))
        {
            at++;
        }

        return at;
    }
}
