namespace VideoCreateAi.Studio.Blobs;

/// <summary>The data directory of the one node that there is.</summary>
internal sealed class LocalBlobs : IBlobStore
{
    public bool IsHere => true;

    public Task PutAsync(string key, string path, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> GetAsync(string key, string path, CancellationToken cancellationToken) => Task.FromResult(File.Exists(path));

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;
}
