namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>Compares texts by everything but their white space, which servers set anew when they repeat a text.</summary>
internal static class LooseText
{
    /// <returns>Where the beginning ends inside the text; -1 when the text does not begin with it.</returns>
    public static int EndOfPrefix(ReadOnlySpan<char> text, ReadOnlySpan<char> beginning)
    {
        var at = 0;
        foreach (var letter in beginning)
        {
            if (char.IsWhiteSpace(letter))
            {
                continue;
            }

            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length || text[at] != letter)
            {
                return -1;
            }

            at++;
        }

        return at;
    }
}
