using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit.Cloud;

public sealed partial class ScriptedCloud
{
    private Task GiveTokenAsync(HttpContext context)
    {
        var client = context.Request.Headers["X-Client-Id"].ToString();
        if (client.Length == 0)
        {
            return context.Response.NoAsync(400, "X-Client-Id header is required");
        }

        var account = Look(() =>
        {
            var fresh = new CloudAccount($"nmv_usr_starter{Guid.NewGuid():N}", $"anon_{_clients.Count + 1}", _options.StarterCredits);
            if (!_clients.TryAdd(client, fresh))
            {
                return null;
            }

            _accounts.Add(fresh.Token, fresh);
            return fresh;
        });
        if (account is null)
        {
            context.Response.Headers.RetryAfter = "604800";
            return context.Response.DetailAsync(429, "one token per client per 7 days");
        }

        return context.Response.WrappedAsync(
            $$$"""{"token":"{{{account.Token}}}","user_id":"{{{account.UserId}}}","expires_at":"2126-11-29T20:00:00.123456+02:00","credits":"{{{account.Total}}}.0","plan":{"name":"starter"}}""");
    }

    private async Task GiveClaimAsync(HttpContext context, CloudAccount account)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        if (ProjectOf(account, asked.RootElement.GetProperty("session_id").GetString()) is not { } project
            || project.TaskId != asked.RootElement.GetProperty("task_id").GetString())
        {
            await context.Response.NoAsync(1002, "session not found");
            return;
        }

        var number = Look(() => ++_claims);
        await context.Response.BareAsync($$"""{"claim_token":"clm_{{number}}_{{project.SessionId}}","expires_in":"3600"}""");
    }

    private Task TellCreditsAsync(HttpContext context, CloudAccount account) => context.Response.BareAsync(Look(() =>
        $$"""{"available":"{{account.Available}}","frozen":{{account.Frozen}}.0,"total":"{{account.Total}}","unit":"credit"}"""));
}
