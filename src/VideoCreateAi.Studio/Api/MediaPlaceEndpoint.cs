using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;

namespace VideoCreateAi.Studio.Api;

/// <summary>Where the files of a project lie, for an edit list that other programs on this machine open. A studio that listens on
/// addresses does not tell.</summary>
internal sealed class MediaPlaceEndpoint(StudioOptions options, ApiAccess access, ProjectStore projects, IMediaFiles media)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        if (options.SocketPath is not null)
        {
            routes.MapGet(Routes.StudioMediaTemplate, (RequestDelegate)ReadAsync);
        }
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project)
        {
            return;
        }

        var files = (await projects.MediaAsync(project.SessionId, context.RequestAborted)).Select(media.Get);
        await ApiReply.OkAsync(context, new MediaPlaces { Media = [.. files.Select(Describe)] }, WireJson.Default.EnvelopeMediaPlaces);
    }

    private static MediaPlace Describe(MediaFile file) => new()
    {
        Id = file.Id, Path = file.Path, HasSound = file.Kind == MediaKind.Audio || file.Info.HasSound,
    };
}
