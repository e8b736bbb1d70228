namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Small words that are written at the front of the next one: وأضف is "and add", بالموسيقى "with the music".</summary>
internal static class Prefixes
{
    private const int ShortestRest = 2;

    public static IEnumerable<Token> Split(Token token, Lexicon lexicon)
    {
        var prefixes = lexicon.Setting("prefixes");
        if (prefixes.Count == 0 || token.Kind != TokenKind.Word || IsKnown(token, lexicon))
        {
            return [token];
        }

        if (WithoutArticle(token, lexicon) is { } bare)
        {
            return [bare];
        }

        foreach (var prefix in prefixes.Where(prefix => token.Folded.StartsWith(prefix, StringComparison.Ordinal) && token.Text.Length >= prefix.Length + ShortestRest))
        {
            var rest = Rest(token, prefix.Length);
            var whole = IsKnown(rest, lexicon) ? rest : WithoutArticle(rest, lexicon) ?? Split(rest, lexicon).FirstOrDefault(part => part.At > rest.At);
            // لل is ل before the article, whose first letter it swallows.
            whole ??= Doubled(rest, prefix) is { } noun && IsKnown(noun, lexicon) ? noun : null;
            if (whole is not null)
            {
                var first = new Token(TokenKind.Word, token.Text[..prefix.Length], At: token.At);
                return whole.At == rest.At + prefix.Length || IsKnown(rest, lexicon) || WithoutArticle(rest, lexicon) is not null ? [first, whole] : [first, .. Split(rest, lexicon)];
            }
        }

        return [token];
    }

    private static Token? Doubled(Token rest, string prefix) =>
        rest.Folded.StartsWith(prefix, StringComparison.Ordinal) && rest.Text.Length >= prefix.Length + ShortestRest ? Rest(rest, prefix.Length) : null;

    private static Token? WithoutArticle(Token token, Lexicon lexicon)
    {
        foreach (var article in lexicon.Setting("article"))
        {
            if (token.Folded.StartsWith(article, StringComparison.Ordinal) && token.Text.Length >= article.Length + ShortestRest && Rest(token, article.Length) is var rest && IsKnown(rest, lexicon))
            {
                return rest;
            }
        }

        return null;
    }

    private static Token Rest(Token token, int length) => new(TokenKind.Word, token.Text[length..], At: token.At + length) { End = token.End };

    private static bool IsKnown(Token token, Lexicon lexicon) => lexicon.Knows(token.Lower) || lexicon.Find([token], 0) is not null || lexicon.Holds(token.Lower);
}
