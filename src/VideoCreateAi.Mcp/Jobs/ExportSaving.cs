using System.Globalization;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Brings a finished render to the user's disk: once, whole, under a name of its own.</summary>
internal sealed class ExportSaving(BackendClient backend, Func<OutputFolder> outputs, JobLedger ledger, ExportHistory history, double begin)
{
    private static readonly TimeSpan s_waitForOthers = TimeSpan.FromMinutes(30);

    /// <param name="draft">What was rendered, when this process submitted it.</param>
    public async Task SaveAsync(
        RunningJob running, Project project, ExportRequest request, RenderStatus status, RawDraft? draft, CancellationToken cancellationToken)
    {
        running.Report(new JobProgress(begin, "Saving the file…"));
        await using var part = await outputs().TakeAsync(status.Id, s_waitForOthers, cancellationToken);

        // Another process may have been at it until a moment ago.
        if (part is { PublishedPath: null, Mark.Received: 0 } && await history.FileOfAsync(project.Id, status.Id, cancellationToken) is { } saved)
        {
            running.Job = running.Job with { Export = saved };
            return;
        }

        var now = await TryStateAsync(project, cancellationToken);
        var shown = draft ?? (now?.Digest == running.Job.RenderedDraft ? now : null);
        var summary = Summarized(shown);
        var length = new ExpectedLength(summary?.DurationSeconds, status.Duration);

        var video = part.PublishedPath is null
            ? await FetchAsync(running, part, request.Format, status, length, cancellationToken)
            : FinishedVideo.Verify(part.PublishedPath, request.Format);
        var path = part.PublishedPath
            ?? part.Publish(OutputName.With(backend.Redact(ExportName.Of(request, running.Job, project, summary, Summarized(now))), request.Suffix), request.Format);
        running.Job = running.Job with
        {
            Export = new ExportedFile
            {
                Path = path,
                Format = request.Format,
                Width = video.Width ?? status.Width ?? 0,
                Height = video.Height ?? status.Height ?? 0,
                DurationSeconds = video.Duration?.TotalSeconds ?? status.Duration ?? 0,
                Bytes = video.Length,
                Notes = [.. Notes(status, running.Job.RenderedStep is null ? running.Job.RenderedDraft : null, now, video, length)],
            },
            Progress = running.Latest.Percent,
        };

        // The ledger knows of the file before the folder forgets that it was published: a crash in between loses nothing
        // and makes no second one.
        await ledger.SaveAsync(running.Job, cancellationToken);
        part.Forget();
        if (backend.Backend.Kind != BackendKind.Studio && await TryClaimLinkAsync(project, cancellationToken) is { } link)
        {
            running.Job = running.Job with { Export = running.Job.Export with { ClaimLink = link } };
        }
    }

    private async Task<FinishedVideo> FetchAsync(
        RunningJob running, OutputPart part, string format, RenderStatus status, ExpectedLength length, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (status.Size is { } size)
            {
                part.RequireSpace(size - part.Mark.Received);
            }

            var isResumed = part.Mark.Received > 0;
            DownloadResult result;
            try
            {
                result = await backend.DownloadRenderAsync(status, TargetOf(running, part, format), cancellationToken);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw part.FailureOf(fault, status.Size - part.Stream.Length);
            }

            try
            {
                // Where nobody said how many bytes there are, the length of the video has to prove that none is missing.
                var isStrict = !result.LengthConfirmed || backend.Backend.Kind == BackendKind.Studio;
                return FinishedVideo.Verify(part.Stream, format, isStrict ? length : null);
            }
            catch (FinishedVideoException) when (isResumed)
            {
                // Two parts that do not make one file: once more in one piece.
                part.StartOver();
            }
            catch (FinishedVideoException)
            {
                part.Discard();
                throw;
            }
        }
    }

    private DownloadTarget TargetOf(RunningJob running, OutputPart part, string format) => new(part.Stream)
    {
        Mark = new DownloadMark(part.Mark.Source, part.Mark.EntityTag, part.Mark.Modified, part.Mark.Size, part.Mark.Received),
        Keep = mark => part.Keep(part.Mark with
        {
            Source = mark.Source, EntityTag = mark.EntityTag, Modified = mark.Modified, Size = mark.Size, Received = mark.Received,
        }),
        IsWhole = () => FinishedVideo.IsWhole(part.Stream, format),
        Progress = new SavingProgress(running, begin),
    };

    private async Task<RawDraft?> TryStateAsync(Project project, CancellationToken cancellationToken)
    {
        try
        {
            return (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
        }
        catch (BackendException)
        {
            // The file is finished, whatever became of the project meanwhile.
            return null;
        }
    }

    /// <summary>A link for a person to take the project over. Not getting one is no failure of the export.</summary>
    private async Task<string?> TryClaimLinkAsync(Project project, CancellationToken cancellationToken)
    {
        try
        {
            return (await backend.ClaimAsync(project.TaskId, project.SessionId, cancellationToken)).AbsoluteUri;
        }
        catch (BackendException)
        {
            return null;
        }
    }

    private static TimelineSummary? Summarized(RawDraft? draft) => draft is null ? null : TimelineSummary.Read(draft.Utf8.Span);

    /// <param name="rendered">What was the backend's own timeline when it was rendered; null = that was not rendered.</param>
    private static IEnumerable<string> Notes(RenderStatus status, string? rendered, RawDraft? now, FinishedVideo video, ExpectedLength length)
    {
        foreach (var note in status.Notes ?? [])
        {
            yield return UntrustedText.Clean(note);
        }

        if (rendered is not null && now is not null && now.Digest != rendered)
        {
            yield return "The timeline changed while this was rendered; the file shows it as it was before.";
        }

        if (video.Duration is { } duration && !length.Allows(duration))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"The file is {duration.TotalSeconds:0.#} s long and the timeline {length.Timeline:0.#} s; look at its end.");
        }
    }
}
