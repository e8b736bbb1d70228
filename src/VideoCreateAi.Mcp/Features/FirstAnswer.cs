using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Adds to the first answer of a conversation which backend is in use, how to change it and what it costs; and
/// what is wrong with the ledger, when something is. Without a session the first answer is the one that begins a project.</summary>
internal sealed class FirstAnswer(BackendClient backend, LedgerDatabase ledger, Conversation conversation)
{
    private int _given;

    /// <summary>The first result that is no error gets the note; all others stay as they are.</summary>
    public CallToolResult Complete(CallToolResult result)
    {
        if (result.IsError is true || (!conversation.IsKept && !conversation.HasBegunProject) || Interlocked.Exchange(ref _given, 1) != 0)
        {
            return result;
        }

        var note = BackendWords.Introduction(backend.Backend.Name, backend.Backend.IsFree, backend.Backend.Kind == BackendKind.Cloud, backend.IsAnonymous);
        string?[] notes = [note, ledger.Notice, conversation.IsKept ? null : $"This connection has no session: pass project_id {conversation.ProjectId} in every further call."];
        result.Content = [.. result.Content, new TextContentBlock { Text = string.Join('\n', notes.OfType<string>()) }];
        return result;
    }
}
