using System.Text.RegularExpressions;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>The sentence that the backend's agent likes to end with after all went well.</summary>
internal static partial class NoiseSentence
{
    private const int MostLength = 1000;

    /// <summary>Dropped after other content; alone it is the answer.</summary>
    public static string Drop(string text)
    {
        // A longer one is no habit, and a search through a whole long answer would take its time.
        var end = text[Math.Max(0, text.Length - MostLength)..];
        var found = Trailing().Match(end);
        var at = text.Length - end.Length + found.Index;
        return found.Success && !string.IsNullOrWhiteSpace(text[..at]) ? text[..at].TrimEnd() : text;
    }

    [GeneratedRegex(
        @"(?<=^|[\s.!?…])I encountered a temporary issue[^.!?…]*[.!?…]*(\s*(Please|Try|Kindly|You can)\b[^.!?…]*[.!?…]*)?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailing();
}
