using System.Globalization;
using System.Text;

namespace VideoCreateAi.Mcp.Files;

/// <summary>A file's name as it may be shown: nothing in it can steer a terminal, turn the writing direction or hide.</summary>
internal static class DisplayText
{
    public static string From(string text, int maxLength)
    {
        var shown = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= maxLength)
            {
                shown.Append('…');
                break;
            }

            if (IsVisible(rune))
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.ToString();
    }

    /// <summary>Control, format (bidi, zero-width, tags), private-use and unpaired characters are not.</summary>
    public static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
