using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Uploads;

[McpServerToolType]
internal sealed class UploadMediaTool(MediaDoor door, JobReplies replies)
{
    [McpServerTool(
        Name = "upload_media", Title = "Add media", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [NeverReports("reply", "changes", "timeline", "export", "items", "suggestions")]
    [Description("""
        Adds images, clips and sound to a project without touching the timeline.
        Use it when files come before the wish; when both come together call create_video with files instead. Accepted: mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, up to 500 MB each.
        """)]
    public Task<CallToolResult> UploadMediaAsync(
        RequestContext<CallToolRequestParams> call,
        CancellationToken cancellationToken,
        [Description("Paths on the user's machine, at most 20 together with urls.")] string[]? files = null,
        [Description("http or https addresses of media files; the backend fetches them.")] string[]? urls = null,
        [Description("The project to add to. Left out: the one used last in this conversation, else a new one. \"new\" begins another project for another video.")] string? project_id = null,
        [Description(JobRequest.KeyDescription)] string? idempotency_key = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        if ((files ?? []).Length + (urls ?? []).Length == 0)
        {
            throw new ToolRefusedException("invalid_argument", "Give at least one path in files or one address in urls.");
        }

        return replies.AnswerAsync(
            Wait.Of(wait_seconds), call, () => Request(files ?? [], urls ?? [], project_id, idempotency_key), cancellationToken);
    }

    private JobRequest Request(string[] files, string[] urls, string? projectId, string? key)
    {
        var opened = door.Open(files, urls);
        if (opened.Scripts.Count > 0)
        {
            opened.Uploads.Dispose();
            throw new ToolRefusedException(
                "text_is_no_media", $"{opened.Scripts[0].Name} is text, not media. Pass it to create_video as a script.");
        }

        var plan = new JobPlan { Uploads = opened.Uploads.Files.Count + opened.Uploads.Urls.Count };
        return new JobRequest("upload_media", projectId, plan, opened.Uploads, key);
    }
}
