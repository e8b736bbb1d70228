using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Adds to the first answer of a conversation which backend is in use, how to change it and what it costs; and
/// what is wrong with the ledger, when something is.</summary>
internal sealed class FirstAnswer(BackendClient backend, LedgerDatabase ledger)
{
    private int _given;

    /// <summary>The first result that is no error gets the note; all others stay as they are.</summary>
    public CallToolResult Complete(CallToolResult result)
    {
        if (result.IsError is true || Interlocked.Exchange(ref _given, 1) != 0)
        {
            return result;
        }

        var note = BackendWords.Introduction(backend.Backend.Name, backend.Backend.IsFree, backend.Backend.Kind == BackendKind.Cloud, backend.IsAnonymous);
        result.Content = [.. result.Content, new TextContentBlock { Text = ledger.Notice is { } notice ? $"{note}\n{notice}" : note }];
        return result;
    }
}
