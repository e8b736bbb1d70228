using System.Text;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Cuts a message, its content already masked, into words, numbers and marks.</summary>
internal static partial class Tokenizer
{
    // Masked content is one character of the private use area; user text cannot hold one (see ContentMask).
    public const char FirstContent = '\uE000';

    public static IReadOnlyList<Token> Cut(string masked)
    {
        var tokens = new List<Token>();
        foreach (Match match in Pieces().Matches(masked))
        {
            var text = match.Value;
            tokens.Add(text[0] switch
            {
                >= FirstContent and <= '\uF8FF' => new Token(TokenKind.Content, text, text[0] - FirstContent, match.Index),
                '\n' => new Token(TokenKind.Break, text, At: match.Index),
                >= '0' and <= '9' when char.IsLetter(text[^1]) => new Token(TokenKind.Word, text, At: match.Index),
                >= '0' and <= '9' => new Token(TokenKind.Number, text, At: match.Index),
                _ when char.IsLetter(text[0]) => new Token(TokenKind.Word, text, At: match.Index),
                _ => new Token(TokenKind.Mark, text, At: match.Index),
            });
        }

        return tokens;
    }

    /// <summary>One sign for what people type in several.</summary>
    public static string Normalised(string text)
    {
        var result = new StringBuilder(text.Length);
        // Who writes no marks in Chinese or Japanese parts by spaces what a comma would.
        foreach (var character in SpacedParts().Replace(text.Normalize(NormalizationForm.FormC), "、"))
        {
            if (character is >= '\u2460' and <= '\u2473')
            {
                // ① and so on begin a point of a list.
                result.Append("; ");
                continue;
            }

            if (character is '、' or '，' or '،')
            {
                // Never part of a number: 3、1、2.
                result.Append(", ");
                continue;
            }

            result.Append(character switch
            {
                '’' or '‘' => '\'',
                '–' or '—' or '−' => '-',
                '\r' => ' ',
                '\t' or '\u00a0' => ' ',
                '×' => 'x',
                '。' or '।' or '۔' => '.',
                '؛' => ';',
                '؟' => '?',
                '¿' or '¡' => ' ',
                '〜' => '~',
                '٪' => '%',
                '٫' => '.',
                '\u3000' or '\u200b' or '\u202f' => ' ',
                >= '\u0660' and <= '\u0669' => (char)(character - '\u0660' + '0'),
                >= '\u06F0' and <= '\u06F9' => (char)(character - '\u06F0' + '0'),
                >= '\u0966' and <= '\u096F' => (char)(character - '\u0966' + '0'),
                >= '\uFF01' and <= '\uFF5E' => (char)(character - '\uFF01' + '!'),
                _ => character,
            });
        }

        return result.ToString();
    }

    [GeneratedRegex(@"(?<=[\u3040-\u30FF\u3400-\u9FFF]{3})[ \u3000](?=[\u3040-\u30FF\u3400-\u9FFF]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedParts();

    // Marks too: the vowels of Devanagari are marks.
    private const string SpacedWord = @"[\p{L}\p{M}\u200C\u200D-[" + Scripts.Running + "]]+";

    // A clock time, a decimal number or a plain one; words with inner apostrophes; every other sign alone, a picture sign of two halves whole.
    [GeneratedRegex(@"[\uE000-\uF8FF]|\n|[0-9]+(?:st|nd|rd|th)\b|[0-9]+:[0-9]{1,2}(?::[0-9]{1,2})?(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?|[" + Scripts.Running + @"]+|" + SpacedWord + @"(?:['-]" + SpacedWord + @")*|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
