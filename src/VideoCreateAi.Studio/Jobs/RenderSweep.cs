using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>At start: a render whose row was committed but whose wake-up was lost gets another one, and files that
/// were finished long ago make room.</summary>
internal sealed partial class RenderSweep(RenderStore renders, IRenderQueue queue, RenderFolders folders, ILogger<RenderSweep> logger)
    : IHostedService
{
    /// <summary>Whoever wanted the file has had it by then; the timeline can be exported again.</summary>
    private static readonly TimeSpan s_keptFor = TimeSpan.FromDays(7);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await renders.ForgetFilesAsync(s_keptFor, cancellationToken))
        {
            await folders.DiscardAsync(name, cancellationToken);
        }

        foreach (var id in await renders.UnfinishedAsync(cancellationToken))
        {
            LogResumed(id);
            await queue.EnqueueAsync(new RenderTicket(id), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Render {RenderId} had not ended; it goes on.")]
    private partial void LogResumed(string renderId);
}
