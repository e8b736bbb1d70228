using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Farm;

/// <summary>What becomes of a render when there are other workers: it is cut into parts, their tickets are dealt out a few at a time,
/// and what one worker cannot do another tries.</summary>
internal sealed partial class FarmWork(
    RenderStore renders, PartStore parts, PartShelf shelf, NodeStore nodes, NodeOptions node, IPartRenderer renderer, IRenderQueue queue, IMediaFiles media,
    ILogger<FarmWork> logger)
{
    /// <summary>Cuts a render that is long enough.</summary>
    /// <returns>False when this attempt is to render it as a whole.</returns>
    public async Task<bool> TrySplitAsync(
        RenderRecord row, int attempt, VideoTimeline timeline, RenderSettings settings, string workFolder, CancellationToken cancellationToken)
    {
        if (row.Stage is not null || await renderer.CutAsync(row.Id, timeline, settings, media, workFolder, cancellationToken) is not { } cut)
        {
            return false;
        }

        HashSet<int> made = [];
        foreach (var part in cut)
        {
            if (await shelf.HasAsync(part.Key, cancellationToken))
            {
                made.Add(part.Number);
            }
        }

        // Fenced off or cancelled: then it is nobody's to render here either.
        if (await parts.SplitAsync(row.Id, attempt, cut, part => made.Contains(part.Number), cancellationToken))
        {
            LogSplit(row.Id, cut.Count, made.Count);
            await AdvanceAsync(row.Id, cancellationToken);
        }

        return true;
    }

    /// <summary>Puts the parts of a render together, all of which are stored.</summary>
    public async Task<RenderedFile> JoinAsync(
        RenderRecord row, VideoTimeline timeline, RenderSettings settings, string workFolder, CancellationToken cancellationToken)
    {
        var all = await parts.AllAsync(row.Id, cancellationToken);
        foreach (var part in all)
        {
            await shelf.HaveAsync(part.Key, cancellationToken);
        }

        try
        {
            return await renderer.JoinAsync(all, timeline, settings, media, workFolder, cancellationToken);
        }
        catch (Exception fault) when (!LocalFault.IsCauseOf(fault) && fault is RenderException or Ffmpeg.ToolFailedException)
        {
            foreach (var part in all)
            {
                await shelf.ForgetAsync(part.Key, CancellationToken.None);
            }

            throw;
        }
    }

    /// <summary>Goes on with a render that is made in parts: to the joining, or with the next parts.</summary>
    public async Task AdvanceAsync(string renderId, CancellationToken cancellationToken)
    {
        if (await renders.FindAsync(renderId, cancellationToken) is not { Stage: not null } row)
        {
            return;
        }

        if (await parts.TryBeginJoinAsync(renderId, cancellationToken) || row is { Stage: RenderStage.Join, State: RenderState.Queued })
        {
            await queue.EnqueueAsync(new RenderTicket(renderId, Round: row.Attempt), cancellationToken);
        }

        // One for each place to work and one behind it, so that nobody waits for a ticket to be written.
        var most = Math.Max(NodeOptions.LeastParts, 2 * await nodes.SlotsAsync(cancellationToken));
        foreach (var (id, part, attempts) in await parts.QueueNextAsync(row.UserId, most, cancellationToken))
        {
            await queue.EnqueueAsync(new RenderTicket(id, part, attempts), cancellationToken);
        }
    }

    /// <summary>After a fault that may pass: gives the render to whoever takes it next, which is not this worker if its own disk or
    /// programs were to blame.</summary>
    /// <returns>False when the render is to end with this fault.</returns>
    public async Task<bool> TryElsewhereAsync(string renderId, int attempt, string code, Exception fault, CancellationToken shutdown)
    {
        if (!LocalFault.MayPass(fault))
        {
            return false;
        }

        // The parts that did not join are gone, and so is the cut.
        var again = await renders.RetryAsync(renderId, attempt, startsOver: fault is RenderException { Code: "render_failed" or "part_missing" }, shutdown);
        if (again)
        {
            LogElsewhere(renderId, code);
            RestIfAtFault(fault, shutdown);
            await queue.EnqueueAsync(new RenderTicket(renderId, Round: attempt), shutdown);
        }

        return again;
    }

    /// <summary>Takes nothing for a while when this worker's own disk or programs failed.</summary>
    public void RestIfAtFault(Exception fault, CancellationToken shutdown)
    {
        if (LocalFault.IsCauseOf(fault))
        {
            LogRest(node.Rest, fault);
            _ = queue.RestAsync(node.Rest, shutdown);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Render {RenderId} is made in {Parts} parts, {Made} of which are there already.")]
    private partial void LogSplit(string renderId, int parts, int made);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {RenderId} met {Code} and is tried again.")]
    private partial void LogElsewhere(string renderId, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "This worker takes nothing for {Rest}.")]
    private partial void LogRest(TimeSpan rest, Exception fault);
}
