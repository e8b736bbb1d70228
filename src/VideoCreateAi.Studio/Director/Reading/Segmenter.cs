namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Finds the words within runs of signs that no space parts: the fewest known words that cover the most,
/// with what is unknown kept together.</summary>
internal static class Segmenter
{
    private const int KnownWord = 10;
    private const int NumberWord = 11;
    private const int FirstUnknownSign = 26;
    private const int NextUnknownSign = 16;

    // ビデオ is no word of its own in ビデオカメラ.
    private const int SplitKatakana = 14;

    public static IReadOnlyList<Token> Cut(IReadOnlyList<Token> tokens, string text, Language language)
    {
        var lexicons = language.Lexicons.Where(lexicon => lexicon.IsRunning).ToList();
        var result = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Kind != TokenKind.Word || !Scripts.IsRunning(tokens[at].Text[0]))
            {
                result.Add(tokens[at]);
                at++;
                continue;
            }

            var end = at + 1;
            while (end < tokens.Count && tokens[end].Kind == TokenKind.Word && Scripts.IsRunning(tokens[end].Text[0])
                && text.AsSpan(tokens[end - 1].End, tokens[end].At - tokens[end - 1].End).Trim().IsEmpty)
            {
                end++;
            }

            Run(text[tokens[at].At..tokens[end - 1].End], tokens[at].At, lexicons, result);
            at = end;
        }

        return result;
    }

    private static void Run(string run, int offset, List<Lexicon> lexicons, List<Token> result)
    {
        var cost = new int[run.Length + 1];
        var from = new Arc[run.Length + 1];
        Array.Fill(cost, int.MaxValue);
        cost[0] = 0;
        for (var at = 0; at < run.Length; at++)
        {
            if (cost[at] == int.MaxValue)
            {
                continue;
            }

            if (run[at] == ' ')
            {
                Reach(at, at + 1, 0, new Arc(at, ArcKind.Space, null));
                continue;
            }

            foreach (var lexicon in lexicons)
            {
                foreach (var (phrase, end) in lexicon.At(run, at))
                {
                    Reach(at, end, KnownWord + Splits(run, at, end), new Arc(at, ArcKind.Known, phrase));
                }
            }

            var numeral = at;
            while (numeral < run.Length && (HanNumbers.IsNumeral(run[numeral])
                || (run[numeral] is '点' or '點' && numeral > at && numeral + 1 < run.Length && HanNumbers.IsNumeral(run[numeral + 1]) && run[numeral + 1] != '半')))
            {
                numeral++;
                Reach(at, numeral, NumberWord - Math.Min(5, numeral - at - 1), new Arc(at, ArcKind.Number, null));
            }

            var isNext = from[at] is { Kind: ArcKind.Unknown } && at > 0;
            Reach(at, at + 1, isNext ? NextUnknownSign : FirstUnknownSign, new Arc(at, ArcKind.Unknown, null));
        }

        Collect(run, offset, from, result);

        void Reach(int at, int end, int price, Arc arc)
        {
            if (cost[at] + price < cost[end])
            {
                cost[end] = cost[at] + price;
                from[end] = arc;
            }
        }
    }

    private static void Collect(string run, int offset, Arc[] from, List<Token> result)
    {
        var arcs = new List<(Arc Arc, int End)>();
        for (var end = run.Length; end > 0; end = from[end].From)
        {
            arcs.Add((from[end], end));
        }

        arcs.Reverse();
        var unknownFrom = -1;
        foreach (var (arc, end) in arcs)
        {
            if (arc.Kind != ArcKind.Unknown && unknownFrom >= 0)
            {
                result.Add(new Token(TokenKind.Word, run[unknownFrom..arc.From], At: offset + unknownFrom));
                unknownFrom = -1;
            }

            switch (arc.Kind)
            {
                case ArcKind.Known:
                    result.Add(new Token(TokenKind.Word, run[arc.From..end], At: offset + arc.From) { Known = arc.Phrase });
                    break;
                case ArcKind.Number:
                    var text = run[arc.From..end];
                    result.Add(new Token(TokenKind.Word, text, At: offset + arc.From) { Known = new Phrase(text == "半" ? Sense.Half : Sense.Number, text, "", HanNumbers.Read(text)) });
                    break;
                case ArcKind.Unknown when unknownFrom < 0:
                    unknownFrom = arc.From;
                    break;
            }
        }

        if (unknownFrom >= 0)
        {
            result.Add(new Token(TokenKind.Word, run[unknownFrom..], At: offset + unknownFrom));
        }
    }

    private static int Splits(string run, int start, int end) =>
        (start > 0 && IsKatakana(run[start]) && IsKatakana(run[start - 1]) ? SplitKatakana : 0)
        + (end < run.Length && IsKatakana(run[end]) && IsKatakana(run[end - 1]) ? SplitKatakana : 0);

    private static bool IsKatakana(char sign) => sign is >= '\u30A1' and <= '\u30FF';

    private enum ArcKind
    {
        None,
        Known,
        Number,
        Unknown,
        Space,
    }

    private readonly record struct Arc(int From, ArcKind Kind, Phrase? Phrase);
}
