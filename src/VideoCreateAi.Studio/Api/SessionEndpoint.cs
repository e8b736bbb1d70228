using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Projects;

namespace VideoCreateAi.Studio.Api;

/// <summary>A new project.</summary>
internal sealed class SessionEndpoint(ApiAccess access, ProjectStore projects)
{
    private const int LongestName = 200;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Routes.CreateSession, (RequestDelegate)CreateAsync);

    private async Task CreateAsync(HttpContext context)
    {
        if (await access.UserAsync(context) is not { } user)
        {
            return;
        }

        try
        {
            var request = await JsonSerializer.DeserializeAsync(
                context.Request.Body, WireJson.Default.SessionRequest, context.RequestAborted);
            var name = request is { TaskName.Length: > 0 and <= LongestName } ? request.TaskName : "project";
            var session = await projects.CreateAsync(user, name, request?.Language ?? "en", context.RequestAborted);
            await ApiReply.OkAsync(context, session, WireJson.Default.EnvelopeBackendSession);
        }
        catch (JsonException)
        {
            await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, "The body is not a session request.", "malformed_request");
        }
    }
}
