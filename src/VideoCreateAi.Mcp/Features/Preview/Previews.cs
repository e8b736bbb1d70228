using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features.Preview;

/// <summary>Draws a project: by the studio that has it, or, for another backend, by the studio on this machine from the
/// media that the backend lists.</summary>
internal sealed class Previews(BackendClient backend, LocalStudio studio, TimeProvider clock)
{
    private const long MostBytesOfEach = 200L * 1024 * 1024;
    private const int MostFiles = 40;

    // A viewer waits for a picture, not for a download: what has not come by then is a named field.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(25);

    public async Task<DrawnPreview> DrawAsync(Project project, PreviewRequest request, CancellationToken cancellationToken) =>
        backend.Backend.Kind == BackendKind.Studio
            ? new DrawnPreview(await backend.PreviewAsync(project.SessionId, request, cancellationToken))
            : await DrawHereAsync(project, request, cancellationToken);

    private async Task<DrawnPreview> DrawHereAsync(Project project, PreviewRequest request, CancellationToken cancellationToken)
    {
        var state = await backend.GetStateAsync(project.SessionId, cancellationToken);
        var summary = state.Draft is { } draft ? TimelineSummary.Read(draft.Utf8.Span) : TimelineSummary.Empty;
        if (!summary.IsReadyForExport)
        {
            throw new ToolRefusedException(
                "timeline_empty", "There is nothing on the timeline yet, so there is nothing to look at. Call create_video or edit_video first.");
        }

        var segments = summary.Tracks.Where(track => track.Kind is DraftReader.Video or DraftReader.Overlay).SelectMany(track => track.Segments).ToList();
        var shown = MediaMatching.Match(segments, [.. state.Media, .. state.Generated], out var byOrder);
        try
        {
            var files = await BringAsync(shown, cancellationToken);
            var image = await studio.DrawAsync(request with { Draft = PreviewDraft.Of(summary, files) }, cancellationToken);
            return new DrawnPreview(image, Remark: Remark(byOrder));
        }
        catch (BackendException)
        {
            // No studio or no ffmpeg on this machine: words are better than nothing.
            return new DrawnPreview(
                null, summary.ToString(), "No picture could be drawn, because the studio on this machine or its ffmpeg is not there; videocreateai doctor says what is missing. The video itself is not affected.");
        }
    }

    /// <summary>Hands every file that can be had to the local studio; one that was handed over before is not fetched again.</summary>
    private async Task<IReadOnlyDictionary<TimelineSegment, UploadedFile>> BringAsync(
        IReadOnlyDictionary<TimelineSegment, UploadedFile> shown, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var here = new Dictionary<string, UploadedFile?>(StringComparer.Ordinal);
        foreach (var file in shown.Values.DistinctBy(KeyOf).Take(MostFiles))
        {
            here[KeyOf(file)] = studio.Find(KeyOf(file)) ?? await TryBringAsync(file, patience.Token, either.Token);
        }

        var result = new Dictionary<TimelineSegment, UploadedFile>(ReferenceEqualityComparer.Instance);
        foreach (var (segment, file) in shown)
        {
            if (here.GetValueOrDefault(KeyOf(file)) is { } brought)
            {
                result[segment] = brought;
            }
        }

        return result;
    }

    /// <returns>Null when it cannot be had or the studio cannot read it.</returns>
    private async Task<UploadedFile?> TryBringAsync(UploadedFile file, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = TemporaryFile();
            if (!await backend.TryFetchMediaAsync(file, stream, MostBytesOfEach, cancellationToken))
            {
                return null;
            }

            var length = stream.Length;
            stream.Position = 0;
            var content = new UploadContent(file.FileName ?? "file", "application/octet-stream", stream, length);
            return await studio.AddAsync(KeyOf(file), content, cancellationToken);
        }
        catch (BackendException refused) when (refused.Fault is BackendFault.UnsupportedFileType or BackendFault.FileTooLarge or BackendFault.RequestRefused)
        {
            return null;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"videocreateai-{Guid.NewGuid():N}"), options);
    }

    // The path of an address is the file; what follows is a signature that changes from read to read.
    private static string KeyOf(UploadedFile file) => $"{file.Hash}|{file.CdnUrl?.Split('?')[0]}|{file.FileName}";

    private static string Remark(bool byOrder) =>
        "Drawn on this machine from the project's media: cuts, times and words are the timeline's, effects and text styles of the cloud are not shown."
        + (byOrder ? " Which picture belongs where was told by their order alone." : "");
}
