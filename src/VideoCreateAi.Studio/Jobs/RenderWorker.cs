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
    private static readonly string s_owner = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Never throws for what happens to the render: its row says how it ended.</summary>
    public async Task RunAsync(string renderId, CancellationToken shutdown)
    {
        if (await renders.EndCancelledAsync(renderId, shutdown) || await renders.TakeAsync(renderId, s_owner, shutdown) is not { } attempt)
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
            if (!await renders.EndCancelledAsync(renderId, CancellationToken.None))
            {
                await renders.HandBackAsync(renderId, attempt, CancellationToken.None);
            }
        }
        catch (RenderException exception)
        {
            LogFailed(renderId, exception.Code, exception);
            await renders.FailAsync(renderId, attempt, exception.Code, exception.Message, CancellationToken.None);
        }
        catch (Exception exception) when (UnwritableDisk.IsCauseOf(exception))
        {
            LogFailed(renderId, UnwritableDisk.Code, exception);
            await renders.FailAsync(renderId, attempt, UnwritableDisk.Code, UnwritableDisk.Words, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The outermost boundary of a render: a bug ends this render, not the studio.
            LogFailed(renderId, "render_failed", exception);
            await renders.FailAsync(
                renderId, attempt, "render_failed", "The render failed inside the studio. Its log says more; the timeline is unchanged.", CancellationToken.None);
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

            if (!work.IsCompleted && !await renders.ReportAsync(renderId, attempt, progress.Done, progress.Left, CancellationToken.None))
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
        if (!await renders.CommitAsync(renderId, attempt, name, rendered, cancellationToken))
        {
            LogFencedOff(renderId, attempt);
            folders.Discard(name);
            await renders.EndCancelledAsync(renderId, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} of render {RenderId} came too late and was discarded.")]
    private partial void LogFencedOff(string renderId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Render {RenderId} failed: {Code}.")]
    private partial void LogFailed(string renderId, string code, Exception exception);
}
