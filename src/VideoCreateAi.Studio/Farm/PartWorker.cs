using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Farm;

/// <summary>Runs one attempt at a part of a render, from taking it to handing it in under its fence.</summary>
internal sealed partial class PartWorker(
    RenderStore renders, PartStore parts, PartShelf shelf, FarmWork farm, NodeOptions node, RenderFolders folders, IPartRenderer renderer, IMediaFiles media,
    SteadyWriter rows, TimeProvider clock, ILogger<PartWorker> logger)
{
    // Every worker writes as often, into one database.
    private static readonly TimeSpan s_reportInterval = TimeSpan.FromSeconds(1);

    /// <summary>Never throws for what happens to the part: its row and its render's say how it ended.</summary>
    /// <param name="takesOver">Whether the attempt that runs, if one does, is known to be dead.</param>
    public async Task RunAsync(string renderId, int part, bool takesOver, CancellationToken shutdown)
    {
        if (await rows.WriteAsync(() => parts.TakeAsync(renderId, part, node.Id, takesOver, shutdown), shutdown) is { } attempt)
        {
            var scratch = folders.NewScratch($"{renderId}_{part}", attempt.Attempt);
            try
            {
                using var timed = TimedWork.Part(renderId, part, attempt.Attempt, recovers: takesOver && attempt.Attempt > 1, clock);
                await AttemptAsync(attempt, scratch, timed, shutdown);
            }
            finally
            {
                RenderFolders.Remove(scratch);
            }
        }
        else if (await rows.WriteAsync(() => parts.IsSpentAsync(renderId, part, shutdown), shutdown))
        {
            await FailRenderAsync(
                renderId, part, "render_crashed", "A part of the video ended its worker three times. Try fewer or smaller pictures, and report the project if it stays so.", null, shutdown);
        }

        await rows.WriteAsync(() => farm.AdvanceAsync(renderId, shutdown), shutdown);
    }

    private async Task AttemptAsync(PartRecord attempt, string scratch, TimedWork timed, CancellationToken shutdown)
    {
        var frames = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        var work = MakeAsync(attempt, scratch, done => Volatile.Write(ref frames, done), timed, stop.Token);
        try
        {
            await AttemptWatch.UntilDoneAsync(
                work, () => rows.WriteAsync(() => parts.ReportAsync(attempt, Volatile.Read(ref frames), CancellationToken.None), stop.Token), s_reportInterval, clock, stop);
            await work;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            timed.Outcome = WorkOutcome.GivenBack;

            // Of a render that was cancelled, or a part that another attempt has taken over, this changes nothing.
            await parts.HandBackAsync(attempt, CancellationToken.None);
        }
        catch (Exception fault)
        {
            await FailAsync(attempt, RenderFaults.Of(fault) ?? fault, timed, shutdown);
        }
    }

    private async Task MakeAsync(PartRecord attempt, string scratch, Action<int> framesDone, TimedWork timed, CancellationToken cancellationToken)
    {
        var row = await renders.FindAsync(attempt.RenderId, cancellationToken) ?? throw new OperationCanceledException("The render is gone.");
        var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(row.Draft, WireJson.Default.Draft)!);
        var settings = OutputSettings.For(JsonSerializer.Deserialize(row.Output, WireJson.Default.RenderOutput)!, timeline.Canvas);
        await media.HaveAsync([.. timeline.Sources()], withContent: true, cancellationToken);
        await renderer.MakeAsync(attempt.Part, timeline, settings, media, scratch, new Counter(framesDone), cancellationToken);
        await shelf.PutAsync(attempt.Part.Key, cancellationToken);
        StudioMeter.PartMade(attempt.Part.Kind == PartKind.Sound ? "sound" : "picture");
        if (!await rows.WriteAsync(() => parts.CommitAsync(attempt, cancellationToken), cancellationToken))
        {
            timed.Outcome = WorkOutcome.FencedOff;

            // Its file stays: whoever made it, it shows what its key says.
            LogFencedOff(attempt.RenderId, attempt.Part.Number, attempt.Attempt);
        }
    }

    private async Task FailAsync(PartRecord attempt, Exception fault, TimedWork timed, CancellationToken shutdown)
    {
        LogFailed(attempt.RenderId, attempt.Part.Number, attempt.Attempt, fault);
        var told = fault as RenderException;
        timed.Fails(WorkOutcome.TriedAgain, told?.Code ?? "render_failed");
        if (LocalFault.MayPass(fault) || fault is not RenderException)
        {
            await rows.WriteAsync(() => parts.RetryAsync(attempt, CancellationToken.None), shutdown);
            farm.RestIfAtFault(fault, shutdown);
            if (!await rows.WriteAsync(() => parts.IsSpentAsync(attempt.RenderId, attempt.Part.Number, shutdown), shutdown))
            {
                return;
            }
        }

        timed.Outcome = WorkOutcome.Failed;
        await FailRenderAsync(
            attempt.RenderId, attempt.Part.Number, told?.Code ?? "render_failed", told?.Message ?? "The render failed inside the studio. Its log says more; the timeline is unchanged.",
            fault, shutdown);
    }

    private async Task FailRenderAsync(string renderId, int part, string code, string why, Exception? fault, CancellationToken shutdown)
    {
        LogRenderFailed(renderId, part, code, fault);
        await rows.WriteAsync(() => parts.FailRenderAsync(renderId, code, why, clock.GetUtcNow().ToUnixTimeMilliseconds(), CancellationToken.None), shutdown);
    }

    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} at part {Part} of render {RenderId} came too late.")]
    private partial void LogFencedOff(string renderId, int part, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} at part {Part} of render {RenderId} failed.")]
    private partial void LogFailed(string renderId, int part, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Render {RenderId} failed at part {Part}: {Code}.")]
    private partial void LogRenderFailed(string renderId, int part, string code, Exception? fault);
}
