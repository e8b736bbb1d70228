using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Storage;

/// <summary>Removes what somebody asked to have removed, beside renders that go on: each part by its owner, who knows what is in use.</summary>
internal sealed class StorageSweep(
    StorageReview review, ProjectRemoval removal, RenderStore renders, MediaLibrary library, RenderFolders folders, RenderSheets sheets, MusicLibrary music, StillCache stills, ChunkCache chunks)
{
    public async Task<StorageFreed> CleanAsync(StorageCleaning wish, CancellationToken cancellationToken)
    {
        List<StoragePlace> freed = [];
        List<string> kept = [];
        foreach (var session in wish.Sessions)
        {
            if (!await removal.RemoveAsync(session, cancellationToken, wish.UnchangedSinceMilliseconds))
            {
                kept.Add(session);
            }
        }

        if (wish.Media)
        {
            freed.Add(Place(StoragePlace.Media, await RemoveMediaAsync(cancellationToken)));
        }

        if (wish.Cache)
        {
            freed.Add(Place(StoragePlace.Music, music.Clear()));
            freed.Add(Place(StoragePlace.Pictures, stills.Clear()));
            freed.Add(Place(StoragePlace.Chunks, chunks.Clear()));
            freed.Add(Place(StoragePlace.Renders, await RemoveRendersAsync(cancellationToken)));
            freed.Add(Place(StoragePlace.Sheets, await sheets.ClearAsync(cancellationToken)));
        }

        return new StorageFreed { Places = freed, KeptSessions = kept };
    }

    private async Task<FolderTally> RemoveMediaAsync(CancellationToken cancellationToken)
    {
        var (holdings, removed) = (library.Holdings(), default(FolderTally));
        foreach (var id in await review.UnusedMediaAsync(cancellationToken))
        {
            if (library.Remove(id))
            {
                removed = new FolderTally(removed.Files + 1, removed.Bytes + holdings.GetValueOrDefault(id).Bytes);
            }
        }

        return removed;
    }

    private async Task<FolderTally> RemoveRendersAsync(CancellationToken cancellationToken)
    {
        var removed = default(FolderTally);
        foreach (var name in await renders.ForgetFilesAsync(StorageReview.RenderedAge, cancellationToken))
        {
            removed = new FolderTally(removed.Files + 1, removed.Bytes + folders.LengthOf(name));
            folders.Discard(name);
        }

        return removed;
    }

    private static StoragePlace Place(string name, FolderTally tally) => new() { Name = name, Files = tally.Files, Bytes = tally.Bytes };
}
