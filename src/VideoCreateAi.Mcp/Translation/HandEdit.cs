using System.Globalization;
using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Judges whether an edit that a reply asks the user to make by hand is one that the user asked for.</summary>
internal static class HandEdit
{
    private const int LeastWordLetters = 4;

    /// <summary>True when every number of the edit, and at least half of its longer words, are the user's own. An
    /// instruction that brings anything of its own is the backend's idea.</summary>
    public static bool IsCovered(string edit, string message)
    {
        var asked = Words(message).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = Words(edit).ToArray();
        var numbers = own.Where(word => char.IsDigit(word[0])).ToArray();
        var long_ = own.Where(word => !char.IsDigit(word[0]) && (word.Length >= LeastWordLetters || word.Any(IsIdeograph))).ToArray();
        return long_.Length > 0 && numbers.All(asked.Contains) && long_.Count(asked.Contains) * 2 >= long_.Length;
    }

    /// <summary>Runs of letters or digits; of scripts without spaces, pairs of neighbours.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKC) + " ")
        {
            var goesOn = char.IsLetterOrDigit(letter) && (word.Length == 0 || char.IsDigit(word[^1]) == char.IsDigit(letter));
            if (!goesOn && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (IsIdeograph(letter) && word.Length == 1 && IsIdeograph(word[0]))
            {
                yield return $"{word[0]}{letter}";
                word.Clear();
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
