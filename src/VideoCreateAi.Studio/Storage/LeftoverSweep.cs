using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Storage;

/// <summary>At the start, before anything can come in or run: removes what a studio that was killed had on the disk and had not
/// written down yet. Nothing names it, so nobody would ever ask for it.</summary>
internal sealed partial class LeftoverSweep(
    StudioOptions options, StorageReview review, MediaLibrary library, RenderStore renders, RenderFolders folders, ILogger<LeftoverSweep> logger) : IHostedService
{
    private const string HalfWritten = "*.part";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var media = 0;
        foreach (var id in await review.UnnamedMediaAsync(cancellationToken))
        {
            media += library.Remove(id) ? 1 : 0;
        }

        var named = (await renders.FilesAsync(cancellationToken)).Select(file => file.File).ToHashSet(StringComparer.Ordinal);
        var videos = folders.DiscardAllBut(named);
        var halves = FolderTally.Remove(options.CacheFolder, HalfWritten).Files;
        if (media + videos + halves > 0)
        {
            LogRemoved(media, videos, halves);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed what an earlier process left: {Media} media, {Videos} videos, {Halves} half-written files.")]
    private partial void LogRemoved(int media, int videos, int halves);
}
