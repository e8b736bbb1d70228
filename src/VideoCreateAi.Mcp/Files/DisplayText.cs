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
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !IsBlank(rune.Value);

    // Letters and marks that draw nothing: fillers, and the selectors of variants, of which a row can carry a whole message.
    // The one that emoji need stays.
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0E) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}
