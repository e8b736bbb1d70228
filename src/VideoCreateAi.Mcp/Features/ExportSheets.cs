using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contact sheet that goes with the news of a finished export. It is told with the job, never kept in the ledger.</summary>
internal sealed partial class ExportSheets(BackendClient backend, LocalStudio studio, TimeProvider clock, ILogger<ExportSheets> logger)
{
    // The call that tells of the export must not be lost over its picture.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(12);

    // A copy of it is made for the studio.
    private const long MostBytes = 500L * 1024 * 1024;

    /// <returns>Null for a job without a finished file, and where no sheet can be had.</returns>
    public async Task<PreviewImage?> OfAsync(Job job, CancellationToken cancellationToken)
    {
        // Of several files of one video the first shows what all of them show.
        List<(int Number, string RenderId, ExportedFile File)> made = [.. job.Items.Count == 0
            ? Made(1, job.RenderId, job.Export)
            : job.Items.SelectMany((item, index) => Made(index + 1, item.RenderId, item.Export)).Take(job.MakesFiles ? 1 : int.MaxValue)];
        var isShown = made.Count > 0 && made.TrueForAll(one => job.MakesVideos ? one.File.Kind == ExportKind.Video : ExportFormats.HasShape(one.File.Format));
        if (job.State != JobState.Done || !isShown)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return backend.Backend.Kind == BackendKind.Studio
                ? await (job.MakesVideos
                    ? backend.GetRowsAsync([.. made.Select(one => (one.Number, one.RenderId))], either.Token)
                    : backend.GetSheetAsync(made[0].RenderId, either.Token))
                : await DrawAsync([.. made.Select(one => one.File)], either.Token);
        }
        catch (BackendException fault)
        {
            // The file is there, whatever its picture's fate.
            LogNoSheet(fault.Fault);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNoSheet(BackendFault.NotFound);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow();
        }

        return null;
    }

    private static IEnumerable<(int, string, ExportedFile)> Made(int number, string? renderId, ExportedFile? file) =>
        renderId is not null && file is not null ? [(number, renderId, file)] : [];

    /// <summary>For files that another backend rendered: the studio on this machine looks at them as at clips that follow each other.</summary>
    private async Task<PreviewImage?> DrawAsync(IEnumerable<ExportedFile> files, CancellationToken cancellationToken)
    {
        List<ExportedFile> shown = [];
        foreach (var file in files.Where(file => file.IsStillThere() && file.DurationSeconds > 0 && file.Format is not "gif"))
        {
            if (shown.Sum(one => one.Bytes) + file.Bytes <= MostBytes)
            {
                shown.Add(file);
            }
        }

        return shown.Count == 0 ? null : await studio.DrawOnceAsync(
            [.. shown.Select(file => new Func<UploadContent>(() => ContentOf(file)))],
            clips => new PreviewRequest { Draft = ClipDraft.Of([.. clips.Zip(shown, (clip, file) => (clip, file.DurationSeconds))]) },
            cancellationToken);
    }

    private static UploadContent ContentOf(ExportedFile file)
    {
        var video = File.OpenRead(file.Path);
        return new UploadContent(Path.GetFileName(file.Path), "video/" + file.Format, video, video.Length);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no contact sheet of a finished export: {Fault}.")]
    private partial void LogNoSheet(BackendFault fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The contact sheet of a finished export took too long and was left out.")]
    private partial void LogTooSlow();
}
