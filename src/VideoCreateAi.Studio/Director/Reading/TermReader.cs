using System.Globalization;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>From tokens to terms: looks words up, then folds numbers and units into measures.</summary>
internal static class TermReader
{
    // Nothing in a video is counted higher, and times stay far from overflow.
    private const double MostSaid = 100_000;

    private static readonly HashSet<string> s_ratios = ["9:16", "16:9", "4:5", "5:4", "1:1", "4:3", "3:4", "21:9", "2:3", "3:2"];

    public static IReadOnlyList<Term> Read(string text, IReadOnlyList<Content> contents, Language language)
    {
        var split = Tokens(text, language);
        var terms = new List<Term>();
        for (var at = 0; at < split.Count;)
        {
            var token = split[at];
            if (token.Kind == TokenKind.Word && language.Find(split, at) is ({ } phrase, var length))
            {
                var written = string.Join(' ', split.Skip(at).Take(length).Select(t => t.Text));
                foreach (var meaning in phrase.Besides.Prepend(phrase))
                {
                    terms.Add(new Term(meaning.Sense, meaning.Value, meaning.Number, 0, written, token.At, split[at + length - 1].End) { IsBehind = meaning.IsBehind });
                }

                at += length;
                continue;
            }

            var term = token.Kind switch
            {
                TokenKind.Content => FromContent(contents[token.Content], token.Content),
                TokenKind.Number => FromNumber(token.Text),
                TokenKind.Break => new Term(Sense.Mark, "\n"),
                TokenKind.Mark => FromMark(token.Text),
                _ => new Term(Sense.Word, token.Lower, Text: token.Text),
            };
            terms.Add(term with { At = token.At, End = token.End });
            at++;
        }

        return Measures.Fold(terms, language);
    }

    /// <summary>The words of a text, each as it is looked up.</summary>
    public static IReadOnlyList<Token> Tokens(string text, Language language) =>
        Corrected(SplitUnknown(Segmenter.Cut(Tokenizer.Cut(text), text, language), language), language);

    private static Term FromContent(Content content, int index) => content.Sense == Sense.Shot ? new Term(Sense.Shot, Text: content.Text) : new(content.Sense, content.Text, index, Text: content.Text);

    private static Term FromNumber(string text)
    {
        if (s_ratios.Contains(text))
        {
            return new Term(Sense.Canvas, text, Text: text);
        }

        return text.Contains(':', StringComparison.Ordinal)
            ? new Term(Sense.Moment, "", ClockTime.Read(text).TotalMilliseconds, Text: text)
            : new Term(Sense.Number, "", Math.Min(MostSaid, double.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)), Text: text);
    }

    private static Term FromMark(string text) => text switch
    {
        "%" => new Term(Sense.Unit, "%", Text: text),
        "°" => new Term(Sense.Unit, "deg", Text: text),
        "½" => new Term(Sense.Number, "", 0.5, Text: text),
        "+" => new Term(Sense.And, Text: text),
        "&" => new Term(Sense.And, Text: text),
        _ => new Term(Sense.Mark, text, Text: text),
    };

    /// <summary>Parts of a word that is known only in parts: "photo-only", "l'image".</summary>
    private static List<Token> SplitUnknown(IReadOnlyList<Token> tokens, Language language)
    {
        char[] seams = language.Is("elision") ? ['-', '\''] : ['-'];
        var result = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word && token.Text.IndexOfAny(seams) >= 0 && !language.Knows(token.Lower))
            {
                var at = token.At;
                foreach (var part in token.Text.Split(seams))
                {
                    result.Add(new Token(TokenKind.Word, part, At: at));
                    at += part.Length + 1;
                }
            }
            else
            {
                result.Add(token);
            }
        }

        return [.. result.SelectMany(token => Prefixes.Split(token, language.Main))];
    }

    /// <summary>A capital letter within a sentence stands for a name, and names are spelled as they like.</summary>
    private static List<Token> Corrected(List<Token> tokens, Language language) => [.. tokens.Select((token, index) =>
        token.Kind == TokenKind.Word && (index == 0 || char.IsLower(token.Text[0])) && language.Corrected(token.Lower) is { } meant
            ? new Token(TokenKind.Word, meant, At: token.At) { End = token.End }
            : token)];
}
