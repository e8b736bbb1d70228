using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Storage;

namespace VideoCreateAi.Studio.Api;

/// <summary>What takes space, and the freeing of it, over all users. Reaching the socket is the permission: a studio that listens on
/// addresses does not answer these.</summary>
internal sealed class StorageEndpoints(StudioOptions options, StorageReview review, StorageSweep sweep)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        if (options.SocketPath is null)
        {
            return;
        }

        routes.MapGet(Routes.StudioStorage, (RequestDelegate)ReadAsync);
        routes.MapPost(Routes.StudioStorageClean, (RequestDelegate)CleanAsync);
    }

    private async Task ReadAsync(HttpContext context) =>
        await ApiReply.OkAsync(context, await review.ReadAsync(context.RequestAborted), WireJson.Default.EnvelopeStorageReport);

    private async Task CleanAsync(HttpContext context)
    {
        StorageCleaning? wish;
        try
        {
            wish = await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.StorageCleaning, context.RequestAborted);
        }
        catch (JsonException)
        {
            wish = null;
        }

        if (wish is null)
        {
            await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, "The body does not say what to clean.", "malformed_request");
            return;
        }

        // Not to be left half-way by a client that hangs up.
        await ApiReply.OkAsync(context, await sweep.CleanAsync(wish, CancellationToken.None), WireJson.Default.EnvelopeStorageFreed);
    }
}
