using System.Diagnostics.CodeAnalysis;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The address of a resource.</summary>
/// <param name="FileName">Of an export, without its folder.</param>
internal sealed record ResourceUri(string ProjectId, ResourceKind Kind, string? FileName = null)
{
    public const string TimelineJsonTemplate = Root + "{project_id}/" + TimelineJson;
    public const string TimelineTextTemplate = Root + "{project_id}/" + TimelineText;
    public const string ContactSheetTemplate = Root + "{project_id}/" + ContactSheet;
    public const string ExportTemplate = Root + "{project_id}/" + Exports + "{name}";

    private const string Root = "videocreateai://projects/";
    private const string TimelineJson = "timeline.json";
    private const string TimelineText = "timeline.txt";
    private const string ContactSheet = "contact-sheet.jpg";
    private const string Exports = "exports/";
    private const int Longest = 2048;
    private const int LongestId = 64;

    private static readonly (string Tail, ResourceKind Kind)[] s_tails =
        [(TimelineJson, ResourceKind.TimelineJson), (TimelineText, ResourceKind.TimelineText), (ContactSheet, ResourceKind.ContactSheet)];

    /// <summary>What changes when the timeline does.</summary>
    public static IEnumerable<ResourceUri> ShowingTimelineOf(string projectId) => s_tails.Select(row => new ResourceUri(projectId, row.Kind));

    public static bool TryParse(string? text, [NotNullWhen(true)] out ResourceUri? uri)
    {
        uri = null;
        if (text is null || text.Length > Longest || !text.StartsWith(Root, StringComparison.Ordinal)
            || text.IndexOf('/', Root.Length) is not (> 0 and var end) || !IsId(text.AsSpan(Root.Length, end - Root.Length)))
        {
            return false;
        }

        var (id, tail) = (text[Root.Length..end], text[(end + 1)..]);
        uri = tail.StartsWith(Exports, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(tail[Exports.Length..]) is { Length: > 0 } name ? new ResourceUri(id, ResourceKind.Export, name) : null
            : Array.Find(s_tails, row => row.Tail == tail) is { Tail: not null } known ? new ResourceUri(id, known.Kind) : null;
        return uri is not null;
    }

    public override string ToString() => $"{Root}{ProjectId}/" + (Kind == ResourceKind.Export
        ? Exports + Uri.EscapeDataString(FileName!)
        : Array.Find(s_tails, row => row.Kind == Kind).Tail);

    private static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var letter in id)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-'))
            {
                return false;
            }
        }

        return id.Length is > 0 and <= LongestId;
    }
}
