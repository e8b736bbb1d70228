using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>One spelling for words that people write with and without their signs: titulo, título; ё, е; أ, ا.</summary>
internal static class WordFolding
{
    private const int MostKept = 4096;

    private static readonly ConcurrentDictionary<string, string> s_kept = new(StringComparer.Ordinal);

    public static string Folded(string lower)
    {
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        if (s_kept.TryGetValue(lower, out var known))
        {
            return known;
        }

        var folded = Fold(lower);
        if (s_kept.Count < MostKept)
        {
            s_kept[lower] = folded;
        }

        return folded;
    }

    private static string Fold(string lower)
    {
        var result = new StringBuilder(lower.Length);
        foreach (var sign in lower.Normalize(NormalizationForm.FormD))
        {
            // The vowels of Devanagari are marks too, and tell words apart; they are not of this kind.
            var isAccent = CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark
                && sign is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u093C' or '\u0640';
            if (!isAccent && sign != '\u0640')
            {
                result.Append(sign switch
                {
                    'ı' => 'i',
                    'ł' => 'l',
                    'đ' => 'd',
                    'ø' => 'o',
                    'ß' => 's',
                    'æ' => 'a',
                    'ة' => 'ه',
                    'ى' => 'ي',
                    'ٱ' => 'ا',
                    _ => sign,
                });
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }
}
