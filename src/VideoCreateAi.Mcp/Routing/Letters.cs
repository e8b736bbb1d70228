using System.Buffers;
using System.Text;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>One character in, one out: lower case, no accents, ASCII for full-width forms. Positions stay those of the message.</summary>
internal static class Letters
{
    private const string Quotes = "\"“”„«»「『《‘'`";
    private const int Folded = 0x250;
    private static readonly char[] s_low = Table(0, Folded);
    private static readonly char[] s_vietnamese = Table(0x1E00, 0x100);
    private static readonly SearchValues<char> s_openQuotes = SearchValues.Create(Quotes);

    public static SearchValues<char> OpenQuotes => s_openQuotes;

    /// <summary>The place of an opening quote among all.</summary>
    public static int QuoteKind(char quote) => Quotes.IndexOf(quote, StringComparison.Ordinal);

    public static char Fold(char c) => c switch
    {
        < (char)Folded => s_low[c],
        >= '\u1E00' and < '\u1F00' => s_vietnamese[c - 0x1E00],
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u3002' or '\u0964' => '.',
        '\u3001' or '\u060C' => ',',
        '\u061F' => '?',
        '\u061B' => ';',
        '\u3000' or '\u2028' => ' ',
        '\u2018' or '\u2019' => '\'',
        '\u2013' or '\u2014' or '\u2026' => ',',
        'أ' or 'إ' or 'آ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        'ё' or 'Ё' => 'е',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Marks that sit on another letter are skipped when words are compared.</summary>
    public static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0652') or '\u200D' or '\uFE0F';

    /// <summary>Scripts that put no space between words.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF';

    // Vowel signs of Devanagari are letters of the word, although Unicode calls them marks.
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is (>= '\u0900' and <= '\u0963') || (IsMark(c) && c is not ('\u200D' or '\uFE0F'));

    private static char[] Table(int first, int count)
    {
        var table = new char[count];
        for (var i = 0; i < count; i++)
        {
            var c = (char)(first + i);
            table[i] = c switch
            {
                'ł' or 'Ł' => 'l',
                'ı' or 'İ' => 'i',
                'đ' or 'Đ' => 'd',
                'ß' => 's',
                'ø' or 'Ø' => 'o',
                '\t' or '\u00A0' => ' ',
                _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
            };
        }

        return table;
    }
}
