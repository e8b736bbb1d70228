using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Editing;

[McpServerToolType]
internal sealed class EditVideoTool(JobReplies replies, Conversation conversation, BackendClient backend)
{
    [McpServerTool(
        Name = "edit_video", Title = "Edit the video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [NeverReports("uploaded", "export", "items")]
    [Description("""
        Sends an instruction, of one change or several, to the editor and answers with what changed on the timeline.
        Use it for every change to a video that is there: order, cuts, speed, titles, captions, music, volume, transitions, filters, shape; "undo" takes the last step back. With new files use create_video; to save the file export_video.
        """)]
    public Task<CallToolResult> EditVideoAsync(
        RequestContext<CallToolRequestParams> call,
        CancellationToken cancellationToken,
        [Description("The instruction in the user's own words, such as \"lower the music to 35 % and put the second photo first\".")] string? message = null,
        [Description("Exact edits in place of words: all are done or none. Words are easier; message is then only the step's name. Full form: " + OperationsForm.Address)]
        [DeclaredAs(typeof(EditOperationItem))] JsonElement? operations = null,
        [Description("The project to edit. Left out: the one used last in this conversation.")] string? project_id = null,
        [Description(JobRequest.KeyDescription)] string? idempotency_key = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        var words = operations is { } list && message is null ? NameOf(list) : message;
        Check(words, operations);
        return replies.AnswerAsync(
            Wait.Of(wait_seconds),
            call,
            () => new JobRequest("edit_video", project_id, new JobPlan { Message = words, Operations = operations?.GetRawText() }, JobUploads.None, idempotency_key)
            {
                FirstMessage = message,

                // Without a session nobody can tell a first call from one whose project_id was forgotten: an edit then goes nowhere new.
                NeedsProject = !conversation.IsKept && project_id is null,
            },
            cancellationToken);
    }

    private void Check(string? words, JsonElement? operations)
    {
        if (words is null)
        {
            throw new ToolRefusedException("invalid_argument", "The argument 'message' is missing: say what to change, or give operations.");
        }

        MessageText.Check(words, "message");
        if (operations is null)
        {
            return;
        }

        if (!backend.TakesOperations)
        {
            throw new ToolRefusedException(
                "operations_not_taken",
                $"{char.ToUpperInvariant(backend.Backend.Name[0])}{backend.Backend.Name[1..]} takes words and no operations, so nothing was sent. Say the same in message, such as \"make the second shot 3 seconds long\".");
        }

        if (operations.Value.GetRawText().Length > MessageText.Longest)
        {
            throw new ToolRefusedException("invalid_operations", $"operations have more than {MessageText.Longest} characters. Nothing was sent. Give them in several calls, one after the other.");
        }
    }

    /// <summary>What the history calls a step that nobody named.</summary>
    private static string NameOf(JsonElement operations)
    {
        const int Most = 8;
        var names = operations.ValueKind == JsonValueKind.Array
            ? operations.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.String ? op.GetString()! : "?").ToList()
            : [];
        return $"Exact edits: {string.Join(", ", names.Take(Most).Select(name => name.Length <= 24 ? name : name[..24]))}{(names.Count > Most ? ", …" : "")}";
    }
}
