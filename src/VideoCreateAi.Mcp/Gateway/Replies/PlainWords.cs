using System.Globalization;
using System.Text;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>Makes a sentence from outside safe to show: no control or direction characters, one line, bounded.</summary>
internal static class PlainWords
{
    private const int MaxLength = 500;

    public static string? Of(string? text, int longest = MaxLength)
    {
        if (text is null)
        {
            return null;
        }

        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                plain.Append(rune.ToString());
            }
        }

        var words = plain.ToString().Trim();
        return words.Length == 0 ? null : words;
    }
}
