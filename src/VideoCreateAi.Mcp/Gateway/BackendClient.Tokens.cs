using System.Net;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Auth;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private ValueTask<AccessToken> TokenAsync(CancellationToken cancellationToken) =>
        _tokens.GetAsync(AcquireAsync, cancellationToken);

    private async Task<AnonymousToken> AcquireAsync(string clientId, CancellationToken cancellationToken)
    {
        try
        {
            return await AskForTokenAsync(clientId, cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.ClientIdMissing)
        {
            return await AskForTokenAsync(await _tokens.RenewClientIdAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task<AnonymousToken> AskForTokenAsync(string clientId, CancellationToken cancellationToken)
    {
        using var message = Post(Routes.AnonymousToken);
        message.Headers.Add(ProtocolHeaders.ClientId, clientId);
        message.Options.Set(RequestTraits.Resend, Resend.WhenItFailed);
        using var reply = await ExchangeAsync(message, Read(CallScope.Account), cancellationToken);
        if (reply.Refusal is { } refusal)
        {
            throw refusal switch
            {
                { Code: BackendCode.MissingClientId } or { Code: null, Status: HttpStatusCode.BadRequest } => new BackendException(
                    BackendFault.ClientIdMissing,
                    "The backend did not take this program's client id, nor a new one, so there is no starter token. Nothing was charged. Set NEMO_TOKEN to go on."),
                { Status: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed } => new BackendException(
                    BackendFault.TokenUnavailable,
                    $"{Backend.Name} gives out no starter tokens. Nothing was sent and nothing was charged. Set NEMO_TOKEN to its token, or check the backend's address."),
                _ => Error(refusal, token: null, CallScope.Account),
            };
        }

        var data = reply.Data;
        return data.Text("token") is { } token && BackendIds.IsToken(token)
            ? new AnonymousToken
            {
                Token = token,
                UserId = new TokenRedactor(token).Clean(data.Text("user_id", "userId")),
                ExpiresAt = data.Time("expires_at", "expiresAt"),
                Credits = data.Integer("credits"),
            }
            : throw Unreadable("the starter token");
    }
}
