using VideoCreateAi.Studio.Farm;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Rendering;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>A worker that does what workers do, one step at a time: it may be interrupted between any two.</summary>
internal sealed class SimulatedWorker(string name, RenderStore renders, PartStore parts, FarmWork farm, SimulatedBlobs blobs, SimulatedQueue queue)
{
    private RenderTicket? _ticket;
    private IEnumerator<Func<Task<bool>>>? _steps;

    public bool IsFrozen { get; set; }

    public bool IsIdle => _steps is null;

    /// <param name="isZombie">Woken after it was taken for dead: it finishes what it had, and takes nothing new.</param>
    public async Task WorkAsync(bool isZombie)
    {
        if (_steps is null)
        {
            if (isZombie || queue.Take(this) is not var (ticket, takesOver))
            {
                return;
            }

            _ticket = ticket;
            _steps = Steps(ticket, takesOver).GetEnumerator();
        }

        // A step that says no ends the attempt.
        if (!_steps.MoveNext() || !await _steps.Current())
        {
            _steps = null;
            queue.Done(this, _ticket!);
        }
    }

    private IEnumerable<Func<Task<bool>>> Steps(RenderTicket ticket, bool takesOver) =>
        ticket.Part is { } part ? PartSteps(ticket.RenderId, part, takesOver) : RenderSteps(ticket.RenderId, takesOver);

    private IEnumerable<Func<Task<bool>>> PartSteps(string id, int part, bool takesOver)
    {
        PartRecord? attempt = null;
        yield return async () =>
        {
            attempt = await parts.TakeAsync(id, part, name, takesOver, default);
            if (attempt is null && await parts.IsSpentAsync(id, part, default))
            {
                await parts.FailRenderAsync(id, "render_crashed", "three times", 0, default);
            }

            return true;
        };
        yield return async () => attempt is null || await parts.ReportAsync(attempt, 1, default);
        yield return () =>
        {
            if (attempt is not null)
            {
                blobs.Put(attempt.Part.Key);
            }

            return Task.FromResult(true);
        };
        yield return async () =>
        {
            if (attempt is not null)
            {
                await parts.CommitAsync(attempt, default);
            }

            return true;
        };
        yield return async () =>
        {
            await farm.AdvanceAsync(id, default);
            return true;
        };
    }

    private IEnumerable<Func<Task<bool>>> RenderSteps(string id, bool takesOver)
    {
        int? attempt = null;
        RenderRecord? row = null;
        yield return async () =>
        {
            if (await renders.EndCancelledAsync(id, default))
            {
                return false;
            }

            attempt = await renders.TakeAsync(id, name, takesOver, default);
            if (attempt is null)
            {
                await farm.AdvanceAsync(id, default);
            }

            return attempt is not null;
        };
        yield return async () =>
        {
            row = await renders.FindAsync(id, default);
            return !await farm.TrySplitAsync(row!, attempt!.Value, new Studio.Timeline.VideoTimeline(), Settings, "", default);
        };
        yield return async () => await renders.ReportAsync(id, attempt!.Value, 0.5, null, default) || (await renders.EndCancelledAsync(id, default) && false);
        yield return async () =>
        {
            // Joined of parts that are there, or not at all.
            Assert.True(row!.Stage != RenderStage.Join || (await parts.AllAsync(id, default)).All(part => blobs.Has(part.Key)), $"A part of {id} is not there.");
            blobs.Put(RenderFolders.NameOf(id, attempt!.Value, ".mp4"));
            return true;
        };
        yield return async () =>
        {
            if (!await renders.OfferAsync(id, attempt!.Value, RenderFolders.NameOf(id, attempt.Value, ".mp4"), new RenderedFile("", 1, 2, 2, TimeSpan.Zero, 1, []), default))
            {
                blobs.Remove(RenderFolders.NameOf(id, attempt.Value, ".mp4"));
                await renders.EndCancelledAsync(id, default);
            }

            return true;
        };
    }

    private static RenderSettings Settings { get; } = new(OutputFormat.Mp4, RenderQuality.Good, Studio.Timeline.Canvas.Landscape);
}
