using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contact sheet that goes with the news of a finished export. It is told with the job, never kept in the ledger.</summary>
internal sealed partial class ExportSheets(BackendClient backend, TimeProvider clock, ILogger<ExportSheets> logger)
{
    // The call that tells of the export must not be lost over its picture.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(12);

    /// <returns>Null for a job without a finished file, and where no sheet can be had.</returns>
    public async Task<PreviewImage?> OfAsync(Job job, CancellationToken cancellationToken)
    {
        if (job is not { State: JobState.Done, Export: not null, RenderId: { } renderId } || backend.Backend.Kind != BackendKind.Studio)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await backend.GetSheetAsync(renderId, either.Token);
        }
        catch (BackendException fault)
        {
            // The file is there, whatever its picture's fate.
            LogNoSheet(fault.Fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow();
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no contact sheet of a finished export: {Fault}.")]
    private partial void LogNoSheet(BackendFault fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The contact sheet of a finished export took too long and was left out.")]
    private partial void LogTooSlow();
}
