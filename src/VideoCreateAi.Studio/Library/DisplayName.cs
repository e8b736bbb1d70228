using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Library;

/// <summary>A file name as it may be shown: nothing that moves a cursor, turns the text around or hides in it.</summary>
internal static class DisplayName
{
    private const int Longest = 200;
    private const string Fallback = "media";

    public static string Of(string original)
    {
        var name = new StringBuilder();
        foreach (var rune in original[(original.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && IsVisible(rune) && name.Length + rune.Utf16SequenceLength <= Longest)
            {
                name.Append(rune.ToString());
            }
        }

        var shown = name.ToString().Trim();
        return shown is "" or "." or ".." ? Fallback : shown;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !IsBlank(rune.Value);

    // Letters and marks that draw nothing, of which a row can carry a whole message. The selector that emoji need stays.
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0E) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}
