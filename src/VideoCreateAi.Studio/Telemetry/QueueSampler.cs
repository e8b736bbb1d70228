using Microsoft.Extensions.Hosting;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Telemetry;

/// <summary>On nodes that answer: reads the depth of the queue for whoever collects metrics. All of them read the same queue, so what
/// they say is not to be added up.</summary>
internal sealed class QueueSampler(RenderStore renders, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Collectors are set up before the studio starts: without one no question is ever asked.
        while (StudioMeter.DepthIsAsked)
        {
            try
            {
                var (waiting, running, oldest) = await renders.DepthAsync(stoppingToken);
                StudioMeter.Depth(waiting, running, oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);
            }
            catch (Exception fault) when (DatabaseOutage.IsCauseOf(fault) || UnwritableDisk.IsCauseOf(fault))
            {
                // The next round says how deep it is; that the database is away others say.
            }

            await Task.Delay(s_interval, clock, stoppingToken);
        }
    }
}
