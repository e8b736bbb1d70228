using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Lets pass who knows the token. Everybody else learns nothing, not even what is here.</summary>
internal sealed class BearerGate(BearerToken token)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization is [{ } authorization]
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && token.Matches(authorization.AsSpan(Scheme.Length)))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
