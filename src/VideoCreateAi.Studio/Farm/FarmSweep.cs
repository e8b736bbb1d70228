using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Farm;

/// <summary>Every few seconds on every node: says that a worker is there, and gives a ticket to what has none. A row is committed before
/// its ticket is written, so a node that dies in between leaves such rows.</summary>
internal sealed partial class FarmSweep(
    NodeStore nodes, NodeOptions node, RenderStore renders, PartStore parts, FarmWork farm, IRenderQueue queue, StudioDatabase database,
    IHostApplicationLifetime application, TimeProvider clock, ILogger<FarmSweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (node.Slots > 0)
        {
            try
            {
                await nodes.LeaveAsync(node, cancellationToken);
            }
            catch (Exception fault) when (DatabaseOutage.IsCauseOf(fault))
            {
                // It is forgotten after a while.
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (ClockRule.FaultOf(await database.ClockLeadAsync(clock, stoppingToken)) is { } wrongTime)
                {
                    LogWrongTime(wrongTime);
                    application.StopApplication();
                    return;
                }

                if (node.Slots > 0)
                {
                    await nodes.BeatAsync(node, stoppingToken);
                }

                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database is away, or the engine's way to it: the next round does what this one did not.
                LogFailed(fault);
            }

            await Task.Delay(s_interval, clock, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, renderId) in await parts.SplitRendersAsync(cancellationToken))
        {
            await farm.AdvanceAsync(renderId, cancellationToken);
        }

        // The rows first: what ends meanwhile has no ticket any more, and its row no longer says what it said.
        var whole = await renders.InWorkAsync(cancellationToken);
        var pieces = await parts.InWorkAsync(cancellationToken);
        var units = whole.Count + pieces.Count == 0 ? new HashSet<string>() : await queue.UnitsAsync(cancellationToken);
        foreach (var (id, attempt, isRunning) in whole.Where(row => !units.Contains(new RenderTicket(row.Id).Unit)))
        {
            if (!isRunning || await renders.ReleaseAsync(id, attempt, cancellationToken))
            {
                LogNoTicket(id);
                await queue.EnqueueAsync(new RenderTicket(id, Round: attempt), cancellationToken);
            }
        }

        foreach (var (id, part, attempts, isRunning) in pieces.Where(row => !units.Contains(new RenderTicket(row.RenderId, row.Part).Unit)))
        {
            if (!isRunning || await parts.ReleaseAsync(id, part, attempts, cancellationToken))
            {
                LogNoTicket(id);
                await queue.EnqueueAsync(new RenderTicket(id, part, attempts), cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {RenderId} or a part of it had no ticket and got one.")]
    private partial void LogNoTicket(string renderId);

    [LoggerMessage(Level = LogLevel.Critical, Message = "This node ends. {Why}")]
    private partial void LogWrongTime(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of the sweep failed.")]
    private partial void LogFailed(Exception fault);
}
