using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Farm;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Runs one attempt of a render, from taking it to publishing its file under the fence.</summary>
/// <param name="farm">Null where there are no other nodes.</param>
internal sealed partial class RenderWorker(
    RenderStore renders, RenderFolders folders, IRenderer renderer, IMediaFiles media, SteadyWriter rows, TimeProvider clock, ILogger<RenderWorker> logger,
    FarmWork? farm = null)
{
    private static readonly TimeSpan s_reportInterval = TimeSpan.FromMilliseconds(400);
    private static readonly string s_owner = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Never throws for what happens to the render: its row says how it ended.</summary>
    /// <param name="takesOver">Whether the attempt that runs, if one does, is known to be dead.</param>
    public async Task RunAsync(string renderId, bool takesOver, CancellationToken shutdown)
    {
        if (await rows.WriteAsync(() => renders.EndCancelledAsync(renderId, shutdown), shutdown))
        {
            return;
        }

        if (await rows.WriteAsync(() => renders.TakeAsync(renderId, s_owner, takesOver, shutdown), shutdown) is not { } attempt)
        {
            // It may have been cut into parts by somebody who did not live to queue them.
            await (farm?.AdvanceAsync(renderId, shutdown) ?? Task.CompletedTask);
            return;
        }

        var scratch = folders.NewScratch(renderId, attempt);
        try
        {
            using var timed = TimedWork.Render(renderId, attempt, recovers: takesOver && attempt > 1, clock);
            await AttemptAsync(renderId, attempt, scratch, timed, shutdown);
        }
        finally
        {
            RenderFolders.Remove(scratch);
        }
    }

    private async Task AttemptAsync(string renderId, int attempt, string scratch, TimedWork timed, CancellationToken shutdown)
    {
        var progress = new RenderPace(clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        var work = RenderAsync(renderId, attempt, scratch, progress, timed, stop.Token);
        try
        {
            await AttemptWatch.UntilDoneAsync(
                work,
                () => rows.WriteAsync(() => renders.ReportAsync(renderId, attempt, progress.Done, progress.Left, CancellationToken.None), stop.Token),
                s_reportInterval, clock, stop);
            await work;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            timed.Outcome = WorkOutcome.GivenBack;

            // The row of a cancelled or lost attempt is not ours to judge by the token: it says itself what was asked.
            if (!await rows.WriteAsync(() => renders.EndCancelledAsync(renderId, CancellationToken.None), shutdown))
            {
                await renders.HandBackAsync(renderId, attempt, CancellationToken.None);
            }
        }
        catch (RenderException exception)
        {
            await FailAsync(renderId, attempt, exception.Code, exception.Message, exception, timed, shutdown);
        }
        catch (Exception exception) when (UnwritableDisk.IsCauseOf(exception))
        {
            await FailAsync(renderId, attempt, UnwritableDisk.Code, UnwritableDisk.Words, exception, timed, shutdown);
        }
        catch (Exception exception)
        {
            // The outermost boundary of a render: a bug ends this render, not the studio.
            await FailAsync(
                renderId, attempt, "render_failed", "The render failed inside the studio. Its log says more; the timeline is unchanged.", exception, timed, shutdown);
        }
    }

    private async Task FailAsync(string renderId, int attempt, string code, string message, Exception exception, TimedWork timed, CancellationToken shutdown)
    {
        LogFailed(renderId, code, exception);
        timed.Fails(WorkOutcome.TriedAgain, code);
        if (farm is null || !await rows.WriteAsync(() => farm.TryElsewhereAsync(renderId, attempt, code, exception, shutdown), shutdown))
        {
            timed.Outcome = WorkOutcome.Failed;
            await rows.WriteAsync(() => renders.FailAsync(renderId, attempt, code, message, CancellationToken.None), shutdown);
        }
    }

    private async Task RenderAsync(
        string renderId, int attempt, string scratch, RenderPace progress, TimedWork timed, CancellationToken cancellationToken)
    {
        var row = (await renders.FindAsync(renderId, cancellationToken))!;
        if (attempt == 1)
        {
            StudioMeter.Waited(clock.GetUtcNow() - row.Created);
        }

        var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(row.Draft, WireJson.Default.Draft)!);
        var settings = OutputSettings.For(JsonSerializer.Deserialize(row.Output, WireJson.Default.RenderOutput)!, timeline.Canvas);
        await media.HaveAsync([.. timeline.Sources()], withContent: true, cancellationToken);
        if (farm is not null && await farm.TrySplitAsync(row, attempt, timeline, settings, scratch, cancellationToken))
        {
            timed.Outcome = WorkOutcome.Cut;
            return;
        }

        timed.Outcome = row.Stage == RenderStage.Join ? WorkOutcome.Joined : WorkOutcome.Made;
        var rendered = row.Stage == RenderStage.Join && farm is not null
            ? await farm.JoinAsync(row, timeline, settings, scratch, cancellationToken)
            : await renderer.RenderAsync(timeline, settings, media, scratch, progress, cancellationToken);
        var name = await folders.KeepAsync(renderId, attempt, rendered.Path, cancellationToken);
        if (!await rows.WriteAsync(() => renders.HandInAsync(renderId, attempt, name, rendered, cancellationToken), cancellationToken))
        {
            timed.Outcome = WorkOutcome.FencedOff;
            LogFencedOff(renderId, attempt);
            await folders.DiscardAsync(name, CancellationToken.None);
            await renders.EndCancelledAsync(renderId, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} of render {RenderId} came too late and was discarded.")]
    private partial void LogFencedOff(string renderId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Render {RenderId} failed: {Code}.")]
    private partial void LogFailed(string renderId, string code, Exception exception);
}
