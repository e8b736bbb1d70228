using System.Globalization;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>The clip that the view plays.</summary>
internal sealed class ViewClipTool(ProjectSessions sessions, CurrentDraft current, PreviewClips clips)
{
    private const string Address = "videocreateai://view/clip.mp4";

    // The view asks again and shows how it goes.
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(1.5);

    public async Task<CallToolResult> MakeAsync(string projectId, string seen, CancellationToken cancellationToken)
    {
        var project = await sessions.LookUpAsync(projectId, cancellationToken);
        var draft = (await current.ReadAsync(project, cancellationToken)).Draft;
        if (ViewTimelines.SeenOf(draft) != seen)
        {
            throw new ToolRefusedException("timeline_changed", "The timeline has changed meanwhile.");
        }

        var clip = await clips.MakeAsync(project, draft, s_wait, cancellationToken);
        var view = new ViewClip
        {
            Status = clip.Video is null ? "making" : "ready",
            Progress = clip.Percent,
            Words = clip.Video is null ? string.Create(CultureInfo.InvariantCulture, $"Preparing the preview… {clip.Percent:0} %") : "The preview is ready.",
        };
        var result = ToolReply.Of(view.Words, view, ToolJson.Default.ViewClip);
        if (clip.Video is { } video)
        {
            result.Content.Add(new EmbeddedResourceBlock { Resource = BlobResourceContents.FromBytes(video, Address, "video/mp4") });
        }

        return result;
    }
}
