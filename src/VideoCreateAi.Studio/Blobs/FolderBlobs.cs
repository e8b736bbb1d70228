namespace VideoCreateAi.Studio.Blobs;

/// <summary>A folder that all nodes see, such as a network share.</summary>
internal sealed class FolderBlobs(string root) : IBlobStore
{
    private const string Arriving = ".arriving";

    public bool IsHere => false;

    public Task PutAsync(string key, string path, CancellationToken cancellationToken) => CopyAsync(path, PathOf(key), Path.Combine(root, Arriving), cancellationToken);

    public async Task<bool> GetAsync(string key, string path, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(PathOf(key), path, Path.GetDirectoryName(path)!, cancellationToken);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Directory.Exists(root) ? false : throw new IOException("The folder of the blobs is not there.", missing);
        }
    }

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(key)));

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(key)))
        {
            File.Delete(PathOf(key));
        }

        return Task.CompletedTask;
    }

    // Under its name when it is whole and on the disk, and not before.
    private static async Task CopyAsync(string from, string to, string arriving, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        Directory.CreateDirectory(arriving);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var half = Path.Combine(arriving, $"{Guid.NewGuid():N}.part");
        try
        {
            await using (var copy = File.Create(half))
            {
                await source.CopyToAsync(copy, cancellationToken);
                copy.Flush(flushToDisk: true);
            }

            File.Move(half, to, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    private string PathOf(string key) => Path.Combine(root, key);
}
