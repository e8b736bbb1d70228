using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.State;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Storage;

namespace VideoCreateAi.Studio.Api;

/// <summary>What only the studio does with a project: go back to an older timeline, and take the project away.</summary>
internal sealed class ProjectEndpoints(ApiAccess access, ProjectRemoval removal, DraftService drafts)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut(Routes.StudioDraftTemplate, (RequestDelegate)RestoreAsync);
        routes.MapDelete(Routes.StudioProjectTemplate, (RequestDelegate)DeleteAsync);
    }

    private async Task RestoreAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project)
        {
            return;
        }

        try
        {
            using var draft = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            await drafts.RestoreAsync(project, draft.RootElement, context.RequestAborted);
            await DoneAsync(context, project);
        }
        catch (JsonException)
        {
            await RefuseAsync(context, "The body is not a draft.");
        }
        catch (DraftException fault)
        {
            await RefuseAsync(context, fault.Message);
        }
    }

    private async Task DeleteAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project)
        {
            return;
        }

        if (!await removal.RemoveAsync(project.SessionId, context.RequestAborted))
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status409Conflict, StatusCodes.Status409Conflict,
                "An export of this project is still running. Wait for it or cancel it, then delete the project.", "project_busy");
            return;
        }

        await DoneAsync(context, project);
    }

    private static Task DoneAsync(HttpContext context, ProjectRecord project) => ApiReply.OkAsync(
        context, new StateReply { SessionId = project.SessionId, TaskId = project.TaskId, TaskName = project.Name }, WireJson.Default.EnvelopeStateReply);

    private static Task RefuseAsync(HttpContext context, string message) =>
        ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, message, "malformed_draft");
}
