using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.State;
using VideoCreateAi.Protocol.Uploads;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;

namespace VideoCreateAi.Studio.Api;

/// <summary>What a project holds now.</summary>
internal sealed class StateEndpoint(ApiAccess access, ProjectStore projects, IMediaFiles media)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Routes.StateTemplate, (RequestDelegate)ReadAsync);

    private async Task ReadAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project)
        {
            return;
        }

        var version = await projects.VersionAsync(project.SessionId, project.Head, context.RequestAborted);
        var files = (await projects.MediaAsync(project.SessionId, context.RequestAborted))
            .Select(id => UploadedMedia.Describe(media.Get(id))).ToList();
        var reply = new StateReply
        {
            SessionId = project.SessionId,
            TaskId = project.TaskId,
            TaskName = project.Name,
            State = StateOf(version, files),
        };
        await ApiReply.OkAsync(context, reply, WireJson.Default.EnvelopeStateReply);
    }

    private static ProjectState StateOf(ProjectVersion? version, List<UploadedFile> files)
    {
        if (version?.Draft is not { } json)
        {
            return new ProjectState { VideoInfos = files };
        }

        using var document = JsonDocument.Parse(json);
        var draft = JsonSerializer.Deserialize(json, WireJson.Default.Draft)!;
        return new ProjectState
        {
            Draft = document.RootElement.Clone(),
            VideoInfos = files,
            CanvasConfig = new CanvasConfig
            {
                Width = draft.Metadata.Width ?? 0,
                Height = draft.Metadata.Height ?? 0,
                Ratio = Ratio(draft.Metadata.Width ?? 0, draft.Metadata.Height ?? 0),
            },
        };
    }

    private static string? Ratio(int width, int height)
    {
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var (a, b) = (width, height);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return $"{width / a}:{height / a}";
    }
}
