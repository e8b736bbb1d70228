using VideoCreateAi.Studio.Blobs;
using VideoCreateAi.Studio.Rendering.Chunks;

namespace VideoCreateAi.Studio.Farm;

/// <summary>The files of parts, where all workers find them. Each worker's own cache is the way there and back.</summary>
internal sealed class PartShelf(ChunkCache cache, IBlobStore blobs)
{
    public Task<bool> HasAsync(string key, CancellationToken cancellationToken) => blobs.ExistsAsync(BlobKey.Part(key), cancellationToken);

    /// <summary>Stores what the cache has.</summary>
    public Task PutAsync(string key, CancellationToken cancellationToken) => blobs.PutAsync(BlobKey.Part(key), cache.PathOf(key), cancellationToken);

    /// <summary>Brings into the cache what is not there.</summary>
    public async Task HaveAsync(string key, CancellationToken cancellationToken)
    {
        if (!File.Exists(cache.PathOf(key)))
        {
            await blobs.GetAsync(BlobKey.Part(key), cache.PathOf(key), cancellationToken);
        }
    }

    /// <summary>For parts of which came what is not right: whichever is to blame, all are made anew.</summary>
    public async Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        cache.Forget(key);
        await blobs.DeleteAsync(BlobKey.Part(key), cancellationToken);
    }
}
