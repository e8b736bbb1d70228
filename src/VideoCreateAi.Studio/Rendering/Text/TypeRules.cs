using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How far letters and lines stand apart.</summary>
internal static class TypeRules
{
    // Capitals are drawn to stand before small letters: among themselves they want air.
    private const double CapitalTracking = 0.045;
    private const int FewestCapitals = 3;

    // Characters of these scripts carry marks above and below, which fonts make room for.
    private const int FirstMarked = 0x0590;
    private const int LastMarked = 0x109F;

    // Characters that fill their square need more between lines than those with room in their tops.
    private const double SquareLineHeight = 1.25;

    /// <summary>What is added between the letters of a text, in font sizes.</summary>
    public static double Tracking(string text)
    {
        var capitals = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.UppercaseLetter:
                    capitals++;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark:
                    return 0;
            }
        }

        return capitals >= FewestCapitals ? CapitalTracking : 0;
    }

    /// <summary>What the fonts' own line height is to be multiplied with.</summary>
    /// <param name="natural">That height, in font sizes.</param>
    /// <param name="wanted">In font sizes.</param>
    public static double LineSpacing(string text, double natural, double wanted)
    {
        var isDense = text.EnumerateRunes().Any(rune => rune.Value is >= FirstMarked and <= LastMarked);
        var isWide = text.EnumerateRunes().Any(rune => rune.Value is >= 0x2E80 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF);
        return Math.Max(isDense ? 1 : 0, (isWide ? Math.Max(wanted, SquareLineHeight) : wanted) / natural);
    }
}
