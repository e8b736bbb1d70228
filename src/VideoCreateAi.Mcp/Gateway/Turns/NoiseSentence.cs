using System.Text.RegularExpressions;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>The sentence that the backend's agent likes to end with after all went well.</summary>
internal static partial class NoiseSentence
{
    /// <summary>Dropped after other content; alone it is the answer.</summary>
    public static string Drop(string text)
    {
        var found = Trailing().Match(text);
        return found.Success && !string.IsNullOrWhiteSpace(text[..found.Index]) ? text[..found.Index].TrimEnd() : text;
    }

    [GeneratedRegex(
        @"(?<=^|[\s.!?…])I encountered a temporary issue[^.!?…]*[.!?…]*(\s*(Please|Try|Kindly|You can)\b[^.!?…]*[.!?…]*)?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailing();
}
