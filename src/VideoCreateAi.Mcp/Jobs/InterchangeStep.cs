using System.Text;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Mcp.Translation.Interchange;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Saves what other programs read of a timeline, its captions or its cuts: written here, of any backend's draft, without a render.</summary>
internal sealed class InterchangeStep(BackendClient backend, Func<OutputFolder> outputs, JobLedger ledger)
{
    private static readonly TimeSpan s_waitForOthers = TimeSpan.FromMinutes(1);

    public async Task RunAsync(RunningJob running, Project project, ExportRequest request, RawDraft draft, CancellationToken cancellationToken)
    {
        var summary = TimelineSummary.Read(draft.Utf8.Span);
        var name = ExportName.Of(request, running.Job, project, summary);
        var (text, notes) = await ContentAsync(project, request.Format, draft, name, cancellationToken);
        await using var part = await outputs().TakeAsync(running.Job.RenderId!, s_waitForOthers, cancellationToken);
        if (part.PublishedPath is not { } path)
        {
            var content = Encoding.UTF8.GetBytes(backend.Redact(text));
            part.RequireSpace(content.Length);
            try
            {
                part.Stream.SetLength(0);
                part.Stream.Position = 0;
                await part.Stream.WriteAsync(content, cancellationToken);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw part.FailureOf(fault, content.Length);
            }

            path = part.Publish(OutputName.With(backend.Redact(name), request.Suffix), request.Format);
        }

        running.Job = running.Job with
        {
            Export = new ExportedFile { Path = path, Format = request.Format, DurationSeconds = summary.DurationSeconds, Bytes = new FileInfo(path).Length, Notes = notes },
            Progress = running.Latest.Percent,
        };

        // As with a render: the ledger knows of the file before the folder forgets that it was published.
        await ledger.SaveAsync(running.Job, cancellationToken);
        part.Forget();
    }

    private async Task<(string Text, IReadOnlyList<string> Notes)> ContentAsync(
        Project project, string format, RawDraft draft, string name, CancellationToken cancellationToken)
    {
        var sheet = CutSheet.Read(draft.Utf8.Span);
        if (format == "srt")
        {
            return (SubRip.Write(sheet) ?? throw NoCaptions(), []);
        }

        var media = new InterchangeMedia(
            await backend.GetStateAsync(project.SessionId, cancellationToken), await backend.GetMediaPlacesAsync(project.SessionId, cancellationToken), backend.Redact);
        return (Otio.Write(sheet, name, media.Of), media.NotesOn(sheet));
    }

    private static ToolRefusedException NoCaptions() => new(
        "no_captions",
        "There are no captions on the timeline, so there is no srt to save; titles are part of the picture. Ask edit_video for captions, such as \"captions: 0-3 Hello, 3-6 World\", or for a voiceover with captions, then export srt again.");
}
