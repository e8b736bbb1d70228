using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.CreateVideo;

[McpServerToolType]
internal sealed class CreateVideoTool(VideoRequests requests, JobReplies replies)
{
    [McpServerTool(
        Name = "create_video", Title = "Create a video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [Description("""
        Makes a video from plain words and files, or does whatever else the words ask, in order: adds the files, builds or edits the timeline, exports.
        Use it to begin, to bring new files into a video, and when a message mixes steps ("turn these photos into a vertical promo with music, then export it"). Without new files use edit_video, without an edit upload_media. For another video than the current one pass project_id "new", else that one is changed.
        The file is saved only when the words ask for it; else call export_video next. Several separate videos in one go: items.
        """)]
    public Task<CallToolResult> CreateVideoAsync(
        RequestContext<CallToolRequestParams> call,
        CancellationToken cancellationToken,
        [Description("What the user wants, in their own words and language. With items: what is to hold for all of them.")] string? text = null,
        [Description("Paths of images, clips, sound or a script (.txt .md .srt), in order. At most 20.")] string[]? files = null,
        [Description("Instead of files: several videos at once, at most 10, one after the other. Each is made from its own files by its own words and saved as its own file; the timeline then holds the last. One that fails does not stop the others.")] VideoItem[]? items = null,
        [Description("The project to work on. Left out: the one used last in this conversation, else a new one. \"new\" begins another project for another video.")] string? project_id = null,
        [Description(JobRequest.KeyDescription)] string? idempotency_key = null,
        [Description(Wait.Description)] int? wait_seconds = null) =>
        replies.AnswerAsync(
            Wait.Of(wait_seconds), call, () => requests.Read(text, files ?? [], items ?? [], project_id, idempotency_key), cancellationToken);
}
