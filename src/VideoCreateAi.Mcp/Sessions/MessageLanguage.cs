namespace VideoCreateAi.Mcp.Sessions;

/// <summary>The language of a message by its script. Languages in Latin letters count as English: the backend reads
/// the message itself, this only sets the session's default.</summary>
internal static class MessageLanguage
{
    private static readonly (char First, char Last, string Language)[] s_scripts =
    [
        ('\u3040', '\u30FF', "ja"),
        ('\uAC00', '\uD7AF', "ko"),
        ('\u0400', '\u04FF', "ru"),
        ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"),
        ('\u4E00', '\u9FFF', "zh"),
    ];

    /// <summary>A two-letter code.</summary>
    public static string Of(string? message)
    {
        foreach (var (first, last, language) in s_scripts)
        {
            if ((message ?? "").AsSpan().IndexOfAnyInRange(first, last) >= 0)
            {
                return language;
            }
        }

        return "en";
    }
}
