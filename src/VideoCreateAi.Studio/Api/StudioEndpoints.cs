using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Api;

/// <summary>What clients of the embedded studio ask before all else: which version answers, and whether it makes room for another.
/// Reaching the socket is the permission: its folder is the user's alone.</summary>
internal sealed class StudioEndpoints(StudioOptions options, StudioLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.StudioVersion, (RequestDelegate)VersionAsync);
        if (!options.IsFarm)
        {
            // Over a socket of the user's own. A service is ended by whoever runs it.
            routes.MapPost(Routes.StudioDrain, (RequestDelegate)DrainAsync);
        }
    }

    private Task VersionAsync(HttpContext context) =>
        ApiReply.OkAsync(
            context,
            new StudioVersion
            {
                Version = options.ProductVersion,
                DataFormat = StudioDatabase.DataFormat,
                ProcessId = Environment.ProcessId,
                Draining = lifetime.IsDraining,
            },
            WireJson.Default.EnvelopeStudioVersion);

    private Task DrainAsync(HttpContext context)
    {
        lifetime.Drain();
        return VersionAsync(context);
    }
}
