using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>Cuts a message into what the model labels: words and marks, and in scripts without spaces every sign.</summary>
internal static class SpanTokens
{
    private const int LongestPart = 3;

    public static IReadOnlyList<SpanToken> Of(string message, Language language, IReadOnlyList<Asset> assets)
    {
        var text = string.Create(message.Length, message, static (signs, source) =>
        {
            for (var at = 0; at < signs.Length; at++)
            {
                signs[at] = Plain(source[at]);
            }
        });
        var tokens = TermReader.Tokens(text, language);
        var names = NamePieces.Of(assets);
        var result = new List<SpanToken>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var (phrase, length) = tokens[at].Kind == TokenKind.Word && language.Find(tokens, at) is { } found ? (found.Phrase, found.Length) : (null, 1);
            for (var part = 0; part < length; part++)
            {
                Add(text, tokens[at + part], phrase, part, names, result);
            }

            at += length;
        }

        return result;
    }

    private static void Add(string text, Token token, Phrase? phrase, int part, NamePieces names, List<SpanToken> result)
    {
        var isLead = phrase?.Sense is Sense.Title or Sense.Caption or Sense.Voiceover or Sense.Narration or Sense.Script;
        var isAction = phrase?.Sense.IsAction() == true;
        var sense = phrase is null ? (uint)token.Kind + 1000 : (uint)phrase.Sense;
        var end = Math.Min(text.Length, token.End);
        if (token.Kind == TokenKind.Word && token.At < end && Scripts.IsRunning(text[token.At]))
        {
            var whole = SpanHash.Of(text.AsSpan(token.At, end - token.At));
            for (var at = token.At; at < end; at++)
            {
                var place = at == token.At ? 0u : at == end - 1 ? 2u : 1u;
                var inName = names.Holds(text, at) ? 7u : 0u;
                result.Add(new SpanToken(at, at + 1, SpanHash.Of(text.AsSpan(at, 1)), SpanHash.Mix(sense, (Math.Min(place, 1) * 16) + inName), SpanHash.Mix(whole, place), 0, 0, inName, false, isLead, isAction));
            }

            return;
        }

        var word = text[token.At..end].ToLowerInvariant();
        var shape = ShapeOf(text.AsSpan(token.At, end - token.At));
        var known = token.Kind == TokenKind.Word && names.Holds(word) ? 7u : 0u;
        var meaning = token.Kind == TokenKind.Mark ? SpanHash.Of(word) : SpanHash.Mix(sense, (Math.Min((uint)part, 1) * 16) + known);
        result.Add(new SpanToken(
            token.At, end, token.Kind switch { TokenKind.Number => 1, TokenKind.Content => 2, _ => SpanHash.Of(word) }, meaning, 0,
            word.Length > LongestPart ? SpanHash.Of(word.AsSpan(0, LongestPart)) : 0, word.Length > LongestPart ? SpanHash.Of(word.AsSpan(word.Length - LongestPart)) : 0,
            shape + known, token.Kind == TokenKind.Break || word is "," or "." or ";" or "!" or "?" or ":", isLead, isAction));
    }

    private static uint ShapeOf(ReadOnlySpan<char> word) => !char.IsUpper(word[0]) ? char.IsDigit(word[0]) ? 5u : 1u
        : word.Length == 1 ? 2u
        : char.IsUpper(word[1]) ? 3u : 4u;

    /// <summary>One sign for one sign, so that places stay.</summary>
    private static char Plain(char sign) => sign switch
    {
        '’' or '‘' => '\'',
        '–' or '—' or '−' => '-',
        '。' or '।' or '۔' => '.',
        '、' or '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '\r' or '\t' or '\u00a0' or '\u3000' or '\u202f' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - '\uFF01' + '!'),
        _ => sign,
    };
}
