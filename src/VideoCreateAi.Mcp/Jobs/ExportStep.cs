using System.Security.Cryptography;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>From a timeline to a verified file on the user's disk. The render's id is in the ledger before it is sent,
/// so that doing this again finds the render instead of making a second one.</summary>
internal sealed class ExportStep(
    BackendClient backend, CurrentDraft current, Func<OutputFolder> outputs, JobLedger ledger, ExportHistory history, TimeProvider clock)
{
    private const double Save = 96;

    /// <summary>Percent of a job that are over when its edit is.</summary>
    public const double AfterEdit = 35;

    private const string Unchanged = "The timeline has not changed since this file was exported, so it was not rendered again.";

    private readonly RenderWatch _watch = new(backend, clock);
    private readonly InterchangeStep _writing = new(backend, outputs, ledger);
    private readonly ExportSaving _saving = new(backend, outputs, ledger, history, Save);

    public static string NewRenderId() => "render_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <param name="mayHaveBegun">An earlier process may have submitted this render: it is asked for first.</param>
    public async Task RunAsync(
        RunningJob running, Project project, ExportRequest request, bool mayHaveBegun, CancellationToken cancellationToken)
    {
        // A folder that takes nothing is told before anything is rendered for it.
        outputs();

        // Where a job makes several files, each has the percents to itself.
        var begin = running.Job.Plan is { Message: null, Uploads: 0 } || running.Job.MakesFiles ? 0 : AfterEdit;
        RawDraft? draft = null;
        var isWritten = ExportFormats.KindOf(request.Format) == ExportKind.Text;
        var status = mayHaveBegun && !isWritten ? await _watch.FindAsync(running.Job.RenderId!, cancellationToken) : null;
        if (status is null)
        {
            running.Report(new JobProgress(begin, "Starting the export…"));
            draft = await ReadyDraftAsync(running, project, cancellationToken);
            var earlier = await ClaimAsync(running, draft, request.Force || mayHaveBegun, cancellationToken);
            if (earlier is { State: JobState.Done, Export: { } file } && file.IsStillThere())
            {
                running.Job = running.Job with { RenderId = earlier.RenderId, Export = file with { Notes = [.. file.Notes.Except([Unchanged]), Unchanged] } };
                return;
            }

            if (isWritten)
            {
                await _writing.RunAsync(running, project, request, draft, cancellationToken);
                return;
            }

            status = await AdoptAsync(running, earlier, cancellationToken)
                ?? await SubmitAsync(running.Job.RenderId!, project, request, draft, cancellationToken);
        }

        if (status.Notes is [var note, ..])
        {
            // What is known before the first frame, while it can still be mended.
            running.Report(new JobProgress(begin, UntrustedText.Clean(note)));
        }

        status = await _watch.UntilCompleteAsync(running, status, begin, Save, cancellationToken);
        await _saving.SaveAsync(running, project, request, status, draft, cancellationToken);
    }

    private async Task<RawDraft> ReadyDraftAsync(RunningJob running, Project project, CancellationToken cancellationToken)
    {
        if (running.Job.KeptDraft is { } kept && await ledger.DraftBeforeAsync(running.Job.Id, cancellationToken) is { } bytes
            && new RawDraft(bytes) is var known && known.Digest == kept)
        {
            return known;
        }

        // A job that has edited exports what it has edited, even where that changed nothing.
        var shown = running.Job.Plan.Message is null
            ? await current.ReadAsync(project, cancellationToken)
            : await current.ReadOwnAsync(project, cancellationToken);
        running.Job = running.Job with { RenderedStep = shown.Step };
        if (!TimelineSummary.Read(shown.Draft.Utf8.Span).IsReadyForExport)
        {
            throw TimelineEmpty();
        }

        if (running.Job.MakesFiles)
        {
            // An edit meanwhile must not end in files that show different videos.
            await ledger.KeepDraftAsync(running.Job.Id, shown.Draft.Utf8, cancellationToken);
            running.Job = running.Job with { KeptDraft = shown.Draft.Digest };
        }

        return shown.Draft;
    }

    /// <summary>Writes down what is about to be rendered.</summary>
    /// <returns>The newest job that was about the same; null when there is none, or it does not matter.</returns>
    private async Task<Job?> ClaimAsync(RunningJob running, RawDraft draft, bool isAlone, CancellationToken cancellationToken)
    {
        running.Job = running.Job with { RenderedDraft = draft.Digest, Progress = running.Latest.Percent };
        if (isAlone)
        {
            await ledger.SaveAsync(running.Job, cancellationToken);
            return null;
        }

        // Of two that begin at the same moment one is written down, and the other finds it.
        await history.TryClaimAsync(running.Job, cancellationToken);
        return await history.LatestLikeAsync(running.Job, cancellationToken);
    }

    /// <summary>Goes on with the render of an earlier job that did not come to its file.</summary>
    /// <returns>Null when there is none that would give it: then the job's render is to be submitted.</returns>
    private async Task<RenderStatus?> AdoptAsync(RunningJob running, Job? earlier, CancellationToken cancellationToken)
    {
        if (earlier is not { RenderId: { } renderId } || !ExportHistory.IsOpen(earlier))
        {
            await SaveAsync(running, running.Job, cancellationToken);
            return null;
        }

        // One that runs may be about to submit it: under the same id both are one.
        var status = await _watch.FindAsync(renderId, cancellationToken);
        var isGood = status is null ? earlier.State == JobState.Running : status.Status is not (RenderStatus.Failed or RenderStatus.Cancelled);
        await SaveAsync(running, isGood ? running.Job with { RenderId = renderId } : running.Job, cancellationToken);
        return isGood ? status : null;
    }

    private async Task<RenderStatus> SubmitAsync(
        string renderId, Project project, ExportRequest request, RawDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.SubmitRenderAsync(
                renderId, project.SessionId, draft, ExportOutput.Of(request, backend.Backend.Kind, TimelineSummary.Read(draft.Utf8.Span)), cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault is BackendFault.OutcomeUnknown or BackendFault.Conflict)
        {
            // It may have been taken: whoever asks for the id hears of it, or that it is not there.
            return new RenderStatus { Id = renderId, Status = RenderStatus.Pending };
        }
    }

    private async Task SaveAsync(RunningJob running, Job job, CancellationToken cancellationToken)
    {
        running.Job = job with { Progress = running.Latest.Percent };
        await ledger.SaveAsync(running.Job, cancellationToken);
    }

    private static ToolRefusedException TimelineEmpty() => new(
        "timeline_empty",
        "Nothing is on the timeline yet, so there is nothing to export. Call create_video or edit_video first, for example with files and \"turn these images into a 30-second video\".");
}
