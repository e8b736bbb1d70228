using System.Globalization;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Text as a reader takes it apart: an accent stays with its letter, an emoji family is one, and so is a conjunct of Indic letters.</summary>
internal static class Graphemes
{
    // Signs that bind the letter before them to the one after them, from Devanagari to Malayalam.
    private const string Viramas = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0C4D\u0CCD\u0D4D";
    private const char ZeroWidthJoiner = '\u200D';

    public static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        List<(int Start, int End)> result = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at + StringInfo.GetNextTextElementLength(text, at);
            if (result.Count > 0 && Binds(text, result[^1].Start, at) && char.IsLetter(text, at))
            {
                result[^1] = (result[^1].Start, end);
            }
            else
            {
                result.Add((at, end));
            }

            at = end;
        }

        return result;
    }

    private static bool Binds(string text, int start, int end)
    {
        var last = text[end - 1] == ZeroWidthJoiner && end - start > 1 ? text[end - 2] : text[end - 1];
        return Viramas.Contains(last, StringComparison.Ordinal);
    }
}
