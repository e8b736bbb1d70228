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
        if (job is not { State: JobState.Done, Items.Count: 0, Export: { } file, RenderId: { } renderId })
        {
            return null;
        }

        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return backend.Backend.Kind == BackendKind.Studio
                ? await backend.GetSheetAsync(renderId, either.Token)
                : await DrawAsync(file, either.Token);
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

    /// <summary>For a file that another backend rendered: the studio on this machine looks at it as at a clip.</summary>
    private async Task<PreviewImage?> DrawAsync(ExportedFile file, CancellationToken cancellationToken)
    {
        if (!file.IsStillThere() || file.Bytes > MostBytes || file.DurationSeconds <= 0 || file.Format is "gif")
        {
            return null;
        }

        if (studio.Find(file.Path) is not { } clip)
        {
            await using var content = File.OpenRead(file.Path);
            clip = await studio.AddAsync(
                file.Path, new UploadContent(Path.GetFileName(file.Path), "video/" + file.Format, content, content.Length), cancellationToken);
        }

        return await studio.DrawAsync(new PreviewRequest { Draft = ClipDraft.Of(clip, file.DurationSeconds) }, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no contact sheet of a finished export: {Fault}.")]
    private partial void LogNoSheet(BackendFault fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The contact sheet of a finished export took too long and was left out.")]
    private partial void LogTooSlow();
}
