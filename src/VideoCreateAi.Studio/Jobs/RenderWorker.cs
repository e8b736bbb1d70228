using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Runs one attempt of a render, from taking it to publishing its file under the fence.</summary>
internal sealed partial class RenderWorker(
    RenderStore renders, RenderFolders folders, IRenderer renderer, IMediaFiles media, TimeProvider clock, ILogger<RenderWorker> logger)
{
    private static readonly TimeSpan s_reportInterval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly string s_owner = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Never throws for what happens to the render: its row says how it ended.</summary>
    public async Task RunAsync(string renderId, CancellationToken shutdown)
    {
        if (await WrittenAsync(() => renders.EndCancelledAsync(renderId, shutdown), shutdown)
            || await WrittenAsync(() => renders.TakeAsync(renderId, s_owner, shutdown), shutdown) is not { } attempt)
        {
            return;
        }

        var scratch = folders.NewScratch(renderId, attempt);
        try
        {
            await AttemptAsync(renderId, attempt, scratch, shutdown);
        }
        finally
        {
            RenderFolders.Remove(scratch);
        }
    }

    private async Task AttemptAsync(string renderId, int attempt, string scratch, CancellationToken shutdown)
    {
        var progress = new RenderPace(clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        var work = RenderAsync(renderId, attempt, scratch, progress, stop.Token);
        try
        {
            await ReportUntilDoneAsync(renderId, attempt, work, progress, stop);
            await work;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The row of a cancelled or lost attempt is not ours to judge by the token: it says itself what was asked.
            if (!await WrittenAsync(() => renders.EndCancelledAsync(renderId, CancellationToken.None), shutdown))
            {
                await renders.HandBackAsync(renderId, attempt, CancellationToken.None);
            }
        }
        catch (RenderException exception)
        {
            await FailAsync(renderId, attempt, exception.Code, exception.Message, exception, shutdown);
        }
        catch (Exception exception) when (UnwritableDisk.IsCauseOf(exception))
        {
            await FailAsync(renderId, attempt, UnwritableDisk.Code, UnwritableDisk.Words, exception, shutdown);
        }
        catch (Exception exception)
        {
            // The outermost boundary of a render: a bug ends this render, not the studio.
            await FailAsync(
                renderId, attempt, "render_failed", "The render failed inside the studio. Its log says more; the timeline is unchanged.", exception, shutdown);
        }
    }

    private async Task FailAsync(string renderId, int attempt, string code, string message, Exception exception, CancellationToken shutdown)
    {
        LogFailed(renderId, code, exception);
        await WrittenAsync(
            async () =>
            {
                await renders.FailAsync(renderId, attempt, code, message, CancellationToken.None);
                return true;
            },
            shutdown);
    }

    /// <summary>A row that the disk does not take is written again until it does: a render whose end nobody wrote down would seem
    /// to run for ever.</summary>
    private async Task<T> WrittenAsync<T>(Func<Task<T>> write, CancellationToken shutdown)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception fault) when (UnwritableDisk.IsCauseOf(fault))
            {
                LogNotWritten(fault);
                await Task.Delay(s_pause, clock, shutdown);
            }
        }
    }

    private async Task ReportUntilDoneAsync(
        string renderId, int attempt, Task work, RenderPace progress, CancellationTokenSource stop)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(s_reportInterval, clock, stop.Token));
            if (stop.IsCancellationRequested)
            {
                return;
            }

            if (!work.IsCompleted && !await WrittenAsync(() => renders.ReportAsync(renderId, attempt, progress.Done, progress.Left, CancellationToken.None), stop.Token))
            {
                await stop.CancelAsync();
                return;
            }
        }
    }

    private async Task RenderAsync(
        string renderId, int attempt, string scratch, RenderPace progress, CancellationToken cancellationToken)
    {
        var row = (await renders.FindAsync(renderId, cancellationToken))!;
        var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(row.Draft, WireJson.Default.Draft)!);
        var output = JsonSerializer.Deserialize(row.Output, WireJson.Default.RenderOutput)!;
        var rendered = await renderer.RenderAsync(
            timeline, OutputSettings.For(output, timeline.Canvas), media, scratch, progress, cancellationToken);

        var name = folders.Keep(renderId, attempt, rendered.Path);
        if (!await WrittenAsync(() => renders.CommitAsync(renderId, attempt, name, rendered, cancellationToken), cancellationToken))
        {
            LogFencedOff(renderId, attempt);
            folders.Discard(name);
            await renders.EndCancelledAsync(renderId, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} of render {RenderId} came too late and was discarded.")]
    private partial void LogFencedOff(string renderId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "A render's row could not be written; it is tried again.")]
    private partial void LogNotWritten(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Render {RenderId} failed: {Code}.")]
    private partial void LogFailed(string renderId, string code, Exception exception);
}
