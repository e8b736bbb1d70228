namespace VideoCreateAi.Mcp.Translation;

/// <summary>Finds where a sentence of a stream ends.</summary>
internal static class SentenceEnd
{
    private const string Enders = ".!?。！？।؟۔";
    // No one writes sentences of this length: they are cut, so that whatever comes in is read in linear time and held in bounded memory.
    private const int LongSentence = 1000;
    private const int LongWord = 200;
    private const int LongQuote = 400;

    private const string Closers = "\"”’'»」』）)*";

    /// <summary>The place after the sentence that starts here; -1 = it may go on in the next piece, and is to be read on from what is seen.</summary>
    public static int Find(string text, int start, ref int seen, bool whole)
    {
        for (var at = seen; at < text.Length; at++)
        {
            seen = at;
            var c = text[at];
            if (c == '\n' || (at - start >= LongSentence && (char.IsWhiteSpace(c) || at - start >= LongSentence + LongWord)))
            {
                return at;
            }

            var close = CloserOf(c);
            if (close != '\0')
            {
                var known = Math.Min(LongQuote, text.Length - at - 1);
                var closed = text.AsSpan(at + 1, known).IndexOfAny(close, '\n');
                if (closed >= 0 && text[at + 1 + closed] == close)
                {
                    at += 1 + closed;
                }
                else if (closed < 0 && known < LongQuote && !whole)
                {
                    return -1;
                }

                continue;
            }

            if (!Enders.Contains(c, StringComparison.Ordinal))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && end - start < LongSentence && (Enders.Contains(text[end], StringComparison.Ordinal) || Closers.Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            if (end == text.Length)
            {
                return whole ? end : -1;
            }

            if (c is '。' or '！' or '？' or '।' || (char.IsWhiteSpace(text[end]) && !IsOrdinal(text, start, at)))
            {
                return end;
            }
        }

        seen = text.Length;
        return whole ? text.Length : -1;
    }

    // "1. Open …" is one sentence.
    private static bool IsOrdinal(string text, int start, int dot)
    {
        for (var at = start; at < dot; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                return false;
            }
        }

        return dot > start;
    }

    private static char CloserOf(char open) => open switch
    {
        '“' or '„' => '”',
        '"' => '"',
        '«' => '»',
        '「' => '」',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        _ => '\0',
    };
}
