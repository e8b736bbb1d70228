using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Auth;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const string ClaimLost =
        "The connection broke while the link to the project was made. Nothing was changed and nothing was charged; ask for the link again.";

    /// <summary>A link with which a person opens the project in a browser and takes it over. It holds a token made for that
    /// alone, never the bearer token.</summary>
    /// <param name="taskId">From <see cref="CreateSessionAsync"/>; empty where a backend gave none, and then there is no link.</param>
    public Task<Uri> ClaimAsync(string taskId, string sessionId, CancellationToken cancellationToken)
    {
        if (!BackendIds.IsPlain(taskId))
        {
            throw new BackendException(BackendFault.NotFound, "The backend gave this project no task id, so there is no link to it. Nothing was sent.");
        }

        var claim = new ClaimRequest { TaskId = taskId, SessionId = SessionId(sessionId) };
        var body = JsonSerializer.SerializeToUtf8Bytes(claim, WireJson.Default.ClaimRequest);
        return CallAsync(
            () => Post(Routes.ClaimToken, body), Change(CallScope.Link, mayReplay: false, ClaimLost), ReadClaim, cancellationToken);
    }

    private Uri ReadClaim(JsonElement data) =>
        data.Text("claim_token", "claimToken") is { } token && BackendIds.IsClaimToken(token) && !Redactor().IsIn(token)
            ? _links.Claim(token)
            : throw Unreadable("the link to the project");
}
