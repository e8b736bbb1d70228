using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Where a line may end beyond what Unicode allows, and how gladly: Korean words stay whole, no Japanese or Chinese line
/// begins with a mark that closes, and Japanese lines end where a phrase does.</summary>
internal static class BreakRules
{
    public const int Gladly = 0;
    public const int Well = 1;
    public const int Middling = 3;
    public const int Badly = 4;
    public const int AtWorst = 12;

    private const int LongestLeaning = 3;

    private const string NeverFirst =
        "、。，．・：；？！゛゜ヽヾゝゞ々〻ー―…‥’”）〕］｝〉》」』】〙〗〟｠»°′″℃％‰¢ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･｣!?,.:;)]}%～〜";

    private const string NeverLast = "‘“（〔［｛〈《「『【〘〖〝｟«([{£¥＄￥￡";

    // Stems of verbs end in these: what follows them is often the second half of a word, as in 食べ物.
    private const string StemEnds = "きぎしじちびみりけげせぜべめれえ";

    private const string Closing = "、。，．？！：；」』）】》〉…!?,.:;)";

    /// <summary>What it costs to end a line between two letters where Unicode allows it; null = not even then.</summary>
    /// <param name="isJapanese">Kana are in the text: then its Han characters are read as Japanese.</param>
    public static int? Cost(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isJapanese)
    {
        var (last, next) = (Last(before), First(after));
        if (Rune.IsWhiteSpace(last) && next.IsAscii)
        {
            return Gladly;
        }

        if (IsIn(NeverFirst, next) || IsIn(NeverLast, last))
        {
            return null;
        }

        if (Rune.IsWhiteSpace(last) || IsIn(Closing, last))
        {
            return Gladly;
        }

        return (KindOf(last), KindOf(next)) switch
        {
            (Kind.Hangul, Kind.Hangul) or (Kind.Hangul, Kind.Other) or (Kind.Other, Kind.Hangul) => null,
            (Kind.Katakana, Kind.Katakana) => null,
            (Kind.Digit, Kind.Han or Kind.Hiragana or Kind.Katakana) => AtWorst,
            (Kind.Han, Kind.Han) => isJapanese ? Badly : Middling,
            (Kind.Han or Kind.Katakana, Kind.Hiragana) => AtWorst,
            (Kind.Hiragana, Kind.Hiragana) => last.Value == 'を' ? Well : Badly,
            (Kind.Hiragana, Kind.Han) when IsIn(StemEnds, last) => Badly,
            (Kind.Hiragana, _) => Gladly,
            _ => Well,
        };
    }

    /// <summary>Whether a word is one of those that lean on what follows, such as "of", "the" and a number.</summary>
    /// <param name="isCapitals">The whole text is in capitals.</param>
    public static bool Leans(ReadOnlySpan<char> word, bool isCapitals) =>
        (word.Length is > 0 and <= LongestLeaning && (!word.ContainsAnyExceptInRange('a', 'z') || (isCapitals && !word.ContainsAnyExceptInRange('A', 'Z'))))
        || (word.Length > 0 && char.IsAsciiDigit(word[0]) && !word.ContainsAnyExceptInRange(',', '9'));

    /// <summary>Whether both are Han characters.</summary>
    public static bool IsHan(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => KindOf(Last(before)) == Kind.Han && KindOf(First(after)) == Kind.Han;

    public static bool HasKana(string text) => text.Any(letter => letter is >= '\u3041' and <= '\u30FF');

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        >= 0xAC00 and <= 0xD7FF or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F => Kind.Hangul,
        >= 0x3041 and <= 0x309F => Kind.Hiragana,
        >= 0x30A0 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9F => Kind.Katakana,
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => Kind.Han,
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => Kind.Digit,
        _ => Kind.Other,
    };

    private static bool IsIn(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);

    private static Rune First(ReadOnlySpan<char> text) => Rune.DecodeFromUtf16(text, out var rune, out _) == 0 ? rune : Rune.ReplacementChar;

    private static Rune Last(ReadOnlySpan<char> text) => Rune.DecodeLastFromUtf16(text, out var rune, out _) == 0 ? rune : Rune.ReplacementChar;

    private enum Kind
    {
        Other,
        Digit,
        Han,
        Hiragana,
        Katakana,
        Hangul,
    }
}
