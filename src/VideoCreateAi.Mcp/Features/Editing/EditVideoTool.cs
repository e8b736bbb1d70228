using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Editing;

[McpServerToolType]
internal sealed class EditVideoTool(JobReplies replies, Conversation conversation)
{
    [McpServerTool(
        Name = "edit_video", Title = "Edit the video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [Description("""
        Sends an instruction, of one change or several, to the editor and answers with what changed on the timeline.
        Use it for every change to a video that is there: order, cuts, speed, titles, captions, music, volume, transitions, filters, shape; "undo" takes the last step back. With new files use create_video; to save the file export_video.
        """)]
    public Task<CallToolResult> EditVideoAsync(
        [Description("The instruction in the user's own words, such as \"lower the music to 35 % and put the second photo first\".")] string message,
        RequestContext<CallToolRequestParams> call,
        CancellationToken cancellationToken,
        [Description("The project to edit. Left out: the one used last in this conversation.")] string? project_id = null,
        [Description(JobRequest.KeyDescription)] string? idempotency_key = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        MessageText.Check(message, "message");
        return replies.AnswerAsync(
            Wait.Of(wait_seconds),
            call,
            () => new JobRequest("edit_video", project_id, new JobPlan { Message = message }, JobUploads.None, idempotency_key)
            {
                FirstMessage = message,

                // Without a session nobody can tell a first call from one whose project_id was forgotten: an edit then goes nowhere new.
                NeedsProject = !conversation.IsKept && project_id is null,
            },
            cancellationToken);
    }
}
