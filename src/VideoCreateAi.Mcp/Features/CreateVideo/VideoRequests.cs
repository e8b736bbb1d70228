using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.CreateVideo;

/// <summary>From free words and files to what a job is to do: opens every file before anything is sent, so that one that cannot be used
/// leaves nothing half done.</summary>
internal sealed class VideoRequests(IntentRouter router, MediaDoor door, BackendClient backend)
{
    public JobRequest Read(string text, IReadOnlyList<string> files, string? projectId, string? key)
    {
        MessageText.Check(text, "text");
        var route = router.Read(text, files);
        if (route.RefusedFormat is { } refused)
        {
            throw new ToolRefusedException(
                "unsupported_format", $"The format '{refused}' is not made here. Choose one of {string.Join(", ", ExportFormats.All)}.");
        }

        var opened = door.Open([.. files, .. route.Paths.Where(path => !files.Contains(path))], route.Urls);
        var plan = new JobPlan
        {
            Uploads = opened.Uploads.Files.Count + opened.Uploads.Urls.Count,
            Message = MessageOf(route, text, opened),
            Credits = route.Intents.Contains(Intent.Credits),
            State = route.Intents.Contains(Intent.State),
            Export = route.Intents.Contains(Intent.Export) ? ExportOf(route) : null,
        };
        return new JobRequest("create_video", projectId, plan, opened.Uploads, key) { FirstMessage = text };
    }

    // A script is for whoever edits: it travels with the message, and makes one where the words alone are none.
    private static string? MessageOf(Route route, string text, OpenedMedia opened)
    {
        if (!route.Intents.Contains(Intent.Generate) && opened.Scripts.Count == 0)
        {
            return null;
        }

        var message = new StringBuilder(text);
        foreach (var script in opened.Scripts)
        {
            message.Append("\n\n[script file: ").Append(script.Name).Append("]\n").Append(script.Text);
        }

        if (message.Length > MessageText.Longest)
        {
            opened.Uploads.Dispose();
            throw MessageText.TooLongWithScripts(message.Length);
        }

        return message.ToString();
    }

    private ExportRequest ExportOf(Route route) => new()
    {
        Format = route.Format ?? "mp4",
        Resolution = route.Resolution,

        // A shape named along with an edit is the edit's; the studio can also re-frame at the export alone.
        Aspect = route.Intents.Contains(Intent.Generate) || backend.Backend.Kind != BackendKind.Studio ? null : ExportFormats.AspectOrNull(route.Aspect),
    };
}
