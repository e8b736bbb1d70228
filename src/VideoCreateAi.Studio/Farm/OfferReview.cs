using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Credits;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Farm;

/// <summary>On nodes that answer users: measures every file that a worker hands in before it counts, and gives credits back for what
/// did not come of it. A worker may be broken, or no longer ours.</summary>
internal sealed partial class OfferReview(
    RenderStore renders, RenderFolders folders, ArtifactProbe probe, CreditLedger credits, IRenderQueue queue, TimeProvider clock, ILogger<OfferReview> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (id, attempt, file, notes) in await renders.OffersAsync(stoppingToken))
                {
                    await ReviewAsync(id, attempt, file, notes, stoppingToken);
                }

                await credits.SettleAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailed(fault);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken);
            }

            await Task.Delay(s_interval, clock, stoppingToken);
        }
    }

    private async Task ReviewAsync(string id, int attempt, string file, string notes, CancellationToken cancellationToken)
    {
        if (await renders.EndCancelledAsync(id, cancellationToken))
        {
            await folders.DiscardAsync(file, cancellationToken);
            return;
        }

        var row = (await renders.FindAsync(id, cancellationToken))!;
        var scratch = folders.NewScratch("review_" + id, attempt);
        using var timed = TimedWork.Review(id, attempt, clock);
        try
        {
            var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(row.Draft, WireJson.Default.Draft)!);
            var settings = OutputSettings.For(JsonSerializer.Deserialize(row.Output, WireJson.Default.RenderOutput)!, timeline.Canvas);
            if (!RenderFolders.IsNameOf(file, id) || !await folders.HaveAsync(file, cancellationToken))
            {
                throw new RenderException("artifact_missing", "The worker handed in a file that is not there.");
            }

            var measured = await probe.MeasureAsync(
                folders.PathOf(file), timeline, settings, notes.Split('\n', StringSplitOptions.RemoveEmptyEntries), scratch, cancellationToken);
            if (await renders.AcceptAsync(id, attempt, file, measured, cancellationToken))
            {
                LogAccepted(id, attempt);
                await DiscardEarlierAsync(id, attempt, Path.GetExtension(file), cancellationToken);
            }
        }
        catch (RenderException fault)
        {
            LogRefused(id, attempt, fault);
            timed.Fails(WorkOutcome.Refused, fault.Code);
            if (await renders.RejectAsync(id, attempt, fault.Message, cancellationToken))
            {
                await queue.EnqueueAsync(new RenderTicket(id, Round: attempt), cancellationToken);
            }

            if (RenderFolders.IsNameOf(file, id))
            {
                await folders.DiscardAsync(file, cancellationToken);
            }
        }
        finally
        {
            RenderFolders.Remove(scratch);
        }
    }

    // A worker that died between storing its file and handing it in left it there.
    private async Task DiscardEarlierAsync(string id, int attempt, string extension, CancellationToken cancellationToken)
    {
        for (var earlier = 1; earlier < attempt; earlier++)
        {
            await folders.DiscardAsync(RenderFolders.NameOf(id, earlier, extension), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {Attempt} of render {RenderId} was looked at and accepted.")]
    private partial void LogAccepted(string renderId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "What attempt {Attempt} of render {RenderId} handed in was refused.")]
    private partial void LogRefused(string renderId, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of the review failed.")]
    private partial void LogFailed(Exception fault);
}
