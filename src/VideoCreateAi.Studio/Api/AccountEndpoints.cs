using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Credits;
using VideoCreateAi.Studio.Users;

namespace VideoCreateAi.Studio.Api;

/// <summary>Tokens and credits.</summary>
internal sealed class AccountEndpoints(StudioOptions options, ApiAccess access, UserStore users, CreditLedger credits)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Routes.AnonymousToken, (RequestDelegate)IssueTokenAsync);
        routes.MapGet(Routes.CreditBalance, (RequestDelegate)BalanceAsync);
    }

    private async Task IssueTokenAsync(HttpContext context)
    {
        if (options.IsFarm)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status403Forbidden, 403, "This studio is for users with a key. Ask whoever runs it for one and set it as NEMO_TOKEN.", "key_required");
            return;
        }

        var clientId = context.Request.Headers[ProtocolHeaders.ClientId].ToString();
        if (!ApiAccess.IsId(clientId))
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, BackendCode.MissingClientId, "The X-Client-Id header is missing or is no id.");
            return;
        }

        var token = await users.IssueTokenAsync(clientId, context.RequestAborted);
        await ApiReply.OkAsync(context, token, WireJson.Default.EnvelopeAnonymousToken);
    }

    private async Task BalanceAsync(HttpContext context)
    {
        if (await access.UserAsync(context) is { } user)
        {
            await ApiReply.OkAsync(
                context, await credits.BalanceAsync(user, context.RequestAborted), WireJson.Default.EnvelopeCreditBalance);
        }
    }
}
