using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>What may reach the libraries that shape and draw: whole characters, a bounded number of them, sizes within reason.</summary>
internal static class TextGuard
{
    public const int MostLetters = 600;
    public const int LeastSize = 10;

    private const int MostLines = 40;
    private const int MostMarks = 8;
    private const int MostFamilies = 16;
    private const int LongestFamily = 64;
    private const int LargestSize = 2000;
    private const int LargestSide = 16384;

    public static TextRequest Of(TextRequest request) => request with
    {
        Text = Clean(request.Text),
        Fonts = [.. request.Fonts.Select(Family).Where(family => family.Length > 0).Take(MostFamilies)],
        Size = Math.Clamp(request.Size, LeastSize, LargestSize),
        MaxWidth = Math.Clamp(request.MaxWidth, 1, LargestSide),
        MaxHeight = Math.Clamp(request.MaxHeight, 1, LargestSide),
    };

    /// <summary>Without controls, halves of characters and towers of accents; cut between letters where it is too long.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, 4 * MostLetters));
        var (marks, lines) = (0, 0);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            lines += rune.Value == '\n' ? 1 : 0;
            if (rune.Value == '\n' && lines >= MostLines)
            {
                clean.Append(' ');
            }
            else if (rune.Value is '\t' or '\u2028' or '\u2029')
            {
                clean.Append(' ');
            }
            else if (rune.Value == '\n' || (IsHarmless(rune, category) && marks <= MostMarks))
            {
                clean.Append(rune.ToString());
            }
        }

        var result = clean.ToString().Trim();
        var letters = Graphemes.Of(result);
        return letters.Count <= MostLetters ? result : result[..letters[MostLetters].Start];
    }

    // EnumerateRunes turns each lone surrogate into the replacement character, which says nothing to a reader.
    private static bool IsHarmless(Rune rune, UnicodeCategory category) =>
        category is not (UnicodeCategory.Control or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE;

    // A comma would make two families of one.
    private static string Family(string name) =>
        string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-').Take(LongestFamily)).Trim();
}
