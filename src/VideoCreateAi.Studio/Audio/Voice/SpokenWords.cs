using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Cuts a text into the words that captions light up one by one: at spaces, and between the signs of scripts without them.</summary>
internal static class SpokenWords
{
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                Finish();
            }
            else if (StandsAlone(rune))
            {
                Finish();
                word.Append(rune.ToString());
            }
            else
            {
                // A letter after a sign that stands alone begins a new word; a comma after it belongs to it.
                if (word.Length > 0 && Rune.IsLetterOrDigit(rune) && EndsAlone(word))
                {
                    Finish();
                }

                word.Append(rune.ToString());
            }
        }

        Finish();
        return words;

        // What holds nothing to be spoken, such as a dash, goes with the word before it.
        void Finish()
        {
            if (word.Length == 0)
            {
                return;
            }

            var found = word.ToString();
            word.Clear();
            if (words.Count > 0 && !found.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                words[^1] += StandsAlone(Rune.GetRuneAt(words[^1], 0)) ? found : " " + found;
                return;
            }

            words.Add(found);
        }
    }

    /// <summary>The word without what a speaker would take for a command or read out as the name of a picture.</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            var isSpoken = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            plain.Append(isSpoken && rune.Value is not ('[' or ']' or '<' or '>' or '|' or '\\' or '`' or '*' or '_' or '#' or '~') ? rune.ToString() : " ");
        }

        return plain.ToString().Trim();
    }

    /// <summary>Signs of Chinese and kana: no spaces part them, and each is spoken by itself.</summary>
    public static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x3041 and <= 0x30FA) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool EndsAlone(StringBuilder word) => StandsAlone(Rune.GetRuneAt(word.ToString(), 0));
}
