using System.Globalization;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Words for a person at a terminal. Most were written for an agent: what tells it which tool to call is left out.</summary>
internal static partial class ShellText
{
    private static readonly string[] s_units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Nothing in it steers the terminal.</summary>
    public static string Clean(string? text) => UntrustedText.Clean(text).Replace("\r", "", StringComparison.Ordinal).Replace('\t', ' ');

    /// <summary>One line.</summary>
    public static string Line(string? text, int limit = 300) => UntrustedText.Name(text, limit);

    /// <summary>The message of a fault without the sentences that speak of tools.</summary>
    public static string Fault(string message)
    {
        var kept = SentencePattern().Matches(Clean(message)).Select(match => match.Value).Where(sentence => !ToolPattern().IsMatch(sentence)).ToList();
        return kept.Count == 0 ? Clean(message) : string.Concat(kept).Trim();
    }

    public static string Size(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < s_units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit < 2 ? Math.Round(value) : Math.Round(value, 1)):0.#} {s_units[unit]}");
    }

    // A sentence ends before a space, so that names of files and addresses stay whole.
    [GeneratedRegex(@".+?(?:[.!?](?=\s|$)\s*|$)", RegexOptions.Singleline)]
    private static partial Regex SentencePattern();

    [GeneratedRegex(@"\b(?:create_video|upload_media|edit_video|get_timeline|preview_video|get_credits|export_video|check_job|cancel_job|list_projects|open_project|get_history|restore_version|idempotency_key|job_id|[Cc]all again|[Cc]all the tool)\b")]
    private static partial Regex ToolPattern();
}
