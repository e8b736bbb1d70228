using Microsoft.AspNetCore.Http;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Users;

namespace VideoCreateAi.Studio.Api;

/// <summary>Who calls, and which project is meant. A refusal is already written when the answer is null.</summary>
internal sealed class ApiAccess(UserStore users, ProjectStore projects, IMediaFiles media)
{
    private const string Scheme = "Bearer ";
    private const int LongestId = 128;

    public async Task<string?> UserAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.Ordinal)
            && await users.FindUserAsync(header[Scheme.Length..], context.RequestAborted) is var (user, scopes))
        {
            if (scopes.HasFlag(ScopeOf(context.Request)))
            {
                return user;
            }

            await ApiReply.RefuseAsync(
                context, StatusCodes.Status403Forbidden, 403, $"This key is good for {TokenScopesText.Format(scopes)} only.", "scope_missing");
            return null;
        }

        await ApiReply.RefuseAsync(context, StatusCodes.Status401Unauthorized, BackendCode.TokenInvalid, "The token is unknown or has expired.");
        return null;
    }

    /// <summary>The project that the route's <c>session</c> names.</summary>
    public Task<ProjectRecord?> ProjectAsync(HttpContext context) =>
        ProjectAsync(context, (string?)context.Request.RouteValues["session"]);

    public async Task<ProjectRecord?> ProjectAsync(HttpContext context, string? sessionId)
    {
        if (await UserAsync(context) is not { } user)
        {
            return null;
        }

        var project = IsId(sessionId) ? await projects.FindAsync(user, sessionId!, context.RequestAborted) : null;
        if (project is null)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status404NotFound, BackendCode.SessionNotFound, "There is no such session.");
            return null;
        }

        await media.HaveAsync(await projects.MediaAsync(project.SessionId, context.RequestAborted), withContent: false, context.RequestAborted);
        return project;
    }

    /// <summary>Ids are letters, digits, _ and -, at most 128 of them.</summary>
    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    // A preview changes nothing, though it is asked for by POST.
    private static TokenScopes ScopeOf(HttpRequest request) => request switch
    {
        _ when HttpMethods.IsGet(request.Method) || request.Path.Value?.EndsWith("/preview", StringComparison.Ordinal) == true => TokenScopes.Read,
        _ when request.Path.StartsWithSegments(Routes.SubmitRender, StringComparison.Ordinal) => TokenScopes.Export,
        _ => TokenScopes.Edit,
    };
}
