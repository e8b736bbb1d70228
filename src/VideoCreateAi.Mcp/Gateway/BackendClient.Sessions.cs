using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Sessions;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    /// <param name="language">Of the user's first message, as a two-letter code.</param>
    public Task<BackendSession> CreateSessionAsync(string language, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new SessionRequest { Language = language }, WireJson.Default.SessionRequest);
        return CallAsync(
            () => Post(Routes.CreateSession, body),
            // A lost reply leaves an empty session behind at most, so there is nothing to settle.
            Read(CallScope.Account),
            ReadSession,
            cancellationToken);
    }

    private static BackendSession ReadSession(JsonElement data)
    {
        var sessionId = data.Text("session_id", "sessionId");
        return BackendIds.IsPlain(sessionId)
            ? new BackendSession
            {
                SessionId = sessionId!,
                TaskId = data.Text("task_id", "taskId") is { } task && BackendIds.IsPlain(task) ? task : "",
                UserId = data.Text("user_id", "userId"),
            }
            : throw Unreadable("the new project");
    }
}
