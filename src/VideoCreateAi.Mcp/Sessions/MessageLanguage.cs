using System.Text;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>The language that a message is written in: by its script, and among the languages in Latin letters by its words.
/// The backend reads the message itself; this only sets the session's default.</summary>
internal static class MessageLanguage
{
    // Longer messages have said it by then.
    private const int Looked = 2000;

    // Kana before Han: Japanese has both.
    private static readonly (char First, char Last, string Language)[] s_scripts =
    [
        ('\u3040', '\u30FF', "ja"),
        ('\uAC00', '\uD7AF', "ko"),
        ('\u0400', '\u04FF', "ru"),
        ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"),
        ('\u4E00', '\u9FFF', "zh"),
    ];

    /// <summary>A two-letter code. Quoted words, paths, addresses and file names do not count unless there is nothing else.</summary>
    public static string Of(string? message)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            return "en";
        }

        message = (message.Length > Looked ? message[..Looked] : message).Normalize(NormalizationForm.FormC);
        var own = OwnWords(message);
        return OfScript(own) ?? (own.AsSpan().IndexOfAnyInRange('A', 'z') >= 0 ? null : OfScript(message)) ?? LatinLanguages.Of(own);
    }

    private static string? OfScript(string text)
    {
        foreach (var (first, last, language) in s_scripts)
        {
            if (text.AsSpan().IndexOfAnyInRange(first, last) >= 0)
            {
                return language;
            }
        }

        return null;
    }

    private static string OwnWords(string message)
    {
        Span<char> text = message.ToCharArray();
        foreach (var aside in Asides.Take(message, text, FileMentions.Find(message, null)))
        {
            text[aside.Start..aside.End].Fill(' ');
        }

        return text.ToString();
    }
}
