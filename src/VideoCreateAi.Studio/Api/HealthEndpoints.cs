using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using VideoCreateAi.Studio.Blobs;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Api;

/// <summary>For whoever keeps a farm running: whether this process lives, and whether it can work now.</summary>
internal sealed class HealthEndpoints(StudioDatabase database, IBlobStore blobs, IRenderQueue queue, IHostApplicationLifetime application)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", (RequestDelegate)(context => context.Response.WriteAsync("ok")));
        routes.MapGet("/readyz", (RequestDelegate)ReadyAsync);
    }

    private async Task ReadyAsync(HttpContext context)
    {
        var fault = await FaultAsync(context.RequestAborted);
        context.Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(fault ?? "ready", context.RequestAborted);
    }

    private async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        if (application.ApplicationStopping.IsCancellationRequested)
        {
            return "draining";
        }

        if (queue.IsResting)
        {
            return "resting after a fault of this machine's disk or programs";
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            await database.CheckAsync(limit.Token);
        }
        catch (Exception fault) when (fault is InvalidDataException or OperationCanceledException || DatabaseOutage.IsCauseOf(fault))
        {
            return "no database";
        }

        try
        {
            await blobs.ExistsAsync(BlobKey.Part("none"), limit.Token);
            return null;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            return "no blobs";
        }
    }
}
