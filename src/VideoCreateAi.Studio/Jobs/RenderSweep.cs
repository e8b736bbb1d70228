using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>At start: a render whose row was committed but whose wake-up was lost gets another one, and the
/// leftovers of attempts that died are removed.</summary>
internal sealed partial class RenderSweep(RenderStore renders, IRenderQueue queue, RenderFolders folders, ILogger<RenderSweep> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        folders.RemoveScratch();
        foreach (var id in await renders.UnfinishedAsync(cancellationToken))
        {
            LogResumed(id);
            await queue.EnqueueAsync(id, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Render {RenderId} had not ended; it goes on.")]
    private partial void LogResumed(string renderId);
}
