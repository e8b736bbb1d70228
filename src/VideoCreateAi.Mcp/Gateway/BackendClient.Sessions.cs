using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Sessions;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const string SessionLost =
        "There was no clear answer while the project was begun. Nothing was charged; at most an empty project is left at the backend. Check the connection and try again.";

    /// <param name="language">Of the user's first message, as a two-letter code.</param>
    public async Task<BackendSession> CreateSessionAsync(string language, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new SessionRequest { Language = language }, WireJson.Default.SessionRequest);
        try
        {
            var session = await CallAsync(
                () => Post(Routes.CreateSession, body), Change(CallScope.Account, mayReplay: true, SessionLost), ReadSession, cancellationToken);
            await _options.TellBegunAsync("session", fault: null);
            await _tokens.KeepHasProjectsAsync(cancellationToken);
            return session;
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.OutcomeUnknown)
        {
            await _options.TellBegunAsync("session", exception.Fault);

            // An empty session costs nothing and is never found again: nothing is unclear for the user.
            LogOrphan();
            throw new BackendException(BackendFault.BackendUnreachable, SessionLost, exception);
        }
        catch (BackendException exception)
        {
            await _options.TellBegunAsync("session", exception.Fault);
            throw;
        }
    }

    private BackendSession ReadSession(JsonElement data)
    {
        var sessionId = data.Text("session_id", "sessionId")
            // An agent server's own session names itself "id"; a task has one too, so only beside the marks of a session.
            ?? (data.Field("appName", "app_name") is null ? null : data.Text("id"));
        return IsUsable(sessionId)
            ? new BackendSession
            {
                SessionId = sessionId!,
                TaskId = data.Text("task_id", "taskId") is { } task && IsUsable(task) ? task : "",
                UserId = Clean(data.Text("user_id", "userId")),
            }
            : throw Unreadable("the new project");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to a new session was lost; an empty one may be left at the backend.")]
    private partial void LogOrphan();
}
