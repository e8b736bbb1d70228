using System.Globalization;
using System.Security.Cryptography;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>From a timeline to a verified file on the user's disk. The render's id is in the ledger before it is sent,
/// so that doing this again finds the render instead of making a second one.</summary>
internal sealed class ExportStep(BackendClient backend, Func<OutputFolder> outputs, TimeProvider clock)
{
    private const double Begin = 35;
    private const double Download = 96;

    private static readonly TimeSpan s_studioLimit = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_cloudLimit = TimeSpan.FromMinutes(15);

    public static string NewRenderId() => "render_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <param name="mayHaveBegun">An earlier process may have submitted this render: it is asked for first.</param>
    public async Task RunAsync(
        RunningJob running, Project project, ExportRequest request, bool mayHaveBegun, CancellationToken cancellationToken)
    {
        var renderId = running.Job.RenderId!;
        var status = (mayHaveBegun ? await backend.GetRenderAsync(renderId, cancellationToken) : null)
            ?? await SubmitAsync(running, project, request, renderId, cancellationToken);
        status = await PollAsync(running, status, cancellationToken);
        await KeepAsync(running, project, request, status, cancellationToken);
    }

    private async Task<RenderStatus> SubmitAsync(
        RunningJob running, Project project, ExportRequest request, string renderId, CancellationToken cancellationToken)
    {
        running.Report(new JobProgress(Begin, "Starting the export…"));
        var draft = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
        if (draft is null || !TimelineSummary.Read(draft.Utf8.Span).IsReadyForExport)
        {
            throw TimelineEmpty();
        }

        return await backend.SubmitRenderAsync(
            renderId, project.SessionId, draft, ExportOutput.Of(request, backend.Backend.Kind), cancellationToken);
    }

    private static ToolRefusedException TimelineEmpty() => new(
        "timeline_empty",
        "Nothing is on the timeline yet, so there is nothing to export. Call create_video or edit_video first, for example with files and \"turn these images into a 30-second video\".");

    private async Task<RenderStatus> PollAsync(RunningJob running, RenderStatus status, CancellationToken cancellationToken)
    {
        var limit = backend.Backend.Kind == BackendKind.Studio ? s_studioLimit : s_cloudLimit;
        var begun = clock.GetTimestamp();
        while (true)
        {
            switch (status.Status)
            {
                case RenderStatus.Completed:
                    return status;
                case RenderStatus.Failed:
                    throw new ToolRefusedException(
                        ErrorCode(status),
                        $"The export failed: {UntrustedText.Clean(status.Error ?? "the backend gave no reason")} The timeline is unchanged and nothing was charged.");
                case RenderStatus.Cancelled:
                    throw new ToolRefusedException("render_cancelled", "The export was cancelled. The timeline is unchanged; call export_video to start again.");
            }

            if (clock.GetElapsedTime(begun) > limit)
            {
                throw new JobUnclearException(
                    $"The render has not ended after {limit.TotalMinutes:0} minutes. It may still end; call export_video again to look, nothing is charged for it.");
            }

            var percent = Math.Clamp(status.Progress, 0, 100);
            running.Report(new JobProgress(Begin + ((Download - Begin) * percent / 100), Words(status, percent, clock.GetElapsedTime(begun))));
            await Task.Delay(backend.Backend.RenderPollInterval, clock, cancellationToken);

            // A reply without the id is a passing disorder: the last known state stays.
            status = await backend.GetRenderAsync(status.Id, cancellationToken) ?? status;
        }
    }

    // The backend's word goes out as a code, so it must look like one.
    private static string ErrorCode(RenderStatus status) =>
        status.ErrorCode is { Length: > 0 and <= 40 } code && code.All(c => char.IsAsciiLetterLower(c) || c == '_') ? code : "render_failed";

    private static string Words(RenderStatus status, double percent, TimeSpan elapsed)
    {
        if (status.Status == RenderStatus.Pending)
        {
            return "Waiting for the renderer…";
        }

        var left = percent is > 10 and < 100 && elapsed > TimeSpan.FromSeconds(3)
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, elapsed.TotalSeconds * (100 - percent) / percent):0} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"Rendering {percent:0} %{left}");
    }

    private async Task KeepAsync(
        RunningJob running, Project project, ExportRequest request, RenderStatus status, CancellationToken cancellationToken)
    {
        running.Report(new JobProgress(Download, "Saving the file…"));
        await using var reserved = outputs().Reserve(request.Name ?? await TitleAsync(project, cancellationToken), request.Format, status.Size);
        await backend.DownloadRenderAsync(status, reserved.Stream, received: null, cancellationToken);
        var video = FinishedVideo.Verify(reserved.Stream, request.Format);
        var path = reserved.Publish();
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
                Notes = [.. (status.Notes ?? []).Select(note => UntrustedText.Clean(note))],
            },
        };
    }

    private async Task<string> TitleAsync(Project project, CancellationToken cancellationToken)
    {
        var draft = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
        return draft is not null && TimelineSummary.Read(draft.Utf8.Span).DisplayTitle is { } title ? title : project.Name;
    }
}
