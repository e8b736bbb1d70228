using System.Text.RegularExpressions;

namespace VideoCreateAi.Mcp.Hosting.Logging;

/// <summary>A last look at what goes into a log: no secret that somebody's message brought along, and nothing that would
/// begin a line of its own or steer the terminal of whoever reads it.</summary>
internal static partial class LogText
{
    private const string Mark = "[hidden]";

    public static string Clean(string text) => Controls().Replace(Secrets().Replace(text, static match => match.Groups["lead"].Value + Mark), "�");

    // Tokens of the backend and whatever stands after "Bearer"; parameters of addresses that sign or open something.
    [GeneratedRegex(
        @"(?<lead>Bearer\s+)[^\s""',;]+|(?<lead>)(nmv_usr_|clm_)[A-Za-z0-9_-]+|(?<lead>[?&](?:[a-z0-9_.-]*(?:token|secret|signature|credential|password|apikey|api_key)|sig|key|ct|X-Amz-[A-Za-z-]+)=)[^&\s""'#]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Controls();
}
