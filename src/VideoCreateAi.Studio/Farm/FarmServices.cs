using Microsoft.Extensions.DependencyInjection;
using Quartz;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Farm;

/// <summary>What a node of a farm has besides what every studio has.</summary>
internal static class FarmServices
{
    // A worker that dies is noticed after both of these. Clocks that differ by more than the second one make it look dead.
    private static readonly TimeSpan s_checkIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(3);

    public static void AddFarm(IServiceCollection services, StudioOptions options)
    {
        services.AddSingleton(new NodeOptions(options.NodeId, options.Role == StudioRole.Api ? 0 : options.RenderSlots));
        services.AddSingleton<NodeStore>();
        services.AddSingleton<PartStore>();
        services.AddSingleton<PartShelf>();
        services.AddSingleton<IPartRenderer, PartRenderer>();
        services.AddSingleton<FarmWork>();
        services.AddSingleton<PartWorker>();
        services.AddSingleton<ArtifactProbe>();
        services.AddHostedService<FarmSweep>();
        if (options.Role != StudioRole.Worker)
        {
            services.AddHostedService<OfferReview>();
        }
    }

    /// <summary>The job engine's tables beside ours, and its own knowledge of which nodes live.</summary>
    /// <param name="mayCreate">Workers may not make tables.</param>
    public static void UseSharedStore(IPersistentStoreBuilder persistence, StudioDatabase database, bool mayCreate)
    {
        if (mayCreate)
        {
            persistence.ProvisionSchema();
        }

        persistence.UsePostgres(Npgsql.NpgsqlFactory.Instance, ((PostgresStudioDatabase)database).ConnectionString);
        persistence.UseClustering(clustering =>
        {
            clustering.CheckinInterval = s_checkIn;
            clustering.CheckinMisfireThreshold = s_tolerance;
        });
    }
}
