namespace VideoCreateAi.Mcp.Translation;

internal static class SpanLetters
{
    public static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
