using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The page that hosts show beside the results of tools. It is one file that loads nothing: what it shows it asks for by tools.</summary>
internal static class TimelineView
{
    public const string Address = "ui://videocreateai/timeline.html";

    /// <summary>Tools whose results it is shown with.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["get_timeline", "edit_video", "export_video"];

    private const string File = "Features.App.timeline.html";

    private static readonly Lazy<string> s_page = new(Read);

    public static Resource Resource => new()
    {
        Uri = Address,
        Name = "timeline.html",
        Title = "Timeline",
        Description = "Shows a project's timeline and edits it by hand.",
        MimeType = ClientViews.Type,
        Meta = Ui(),
    };

    /// <summary>What a host needs is told with the page itself: of the list it reads nothing.</summary>
    public static TextResourceContents Contents => new() { Uri = Address, MimeType = ClientViews.Type, Text = s_page.Value, Meta = Ui() };

    private static JsonObject Ui() => new()
    {
        ["ui"] = new JsonObject
        {
            ["csp"] = new JsonObject { ["connectDomains"] = new JsonArray(), ["resourceDomains"] = new JsonArray() },
            ["prefersBorder"] = true,
        },
    };

    private static string Read()
    {
        using var file = new StreamReader(typeof(TimelineView).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is missing."));
        return file.ReadToEnd();
    }
}
