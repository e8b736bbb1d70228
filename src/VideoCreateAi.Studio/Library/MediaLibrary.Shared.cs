using VideoCreateAi.Studio.Blobs;

namespace VideoCreateAi.Studio.Library;

/// <summary>With other nodes: what one of them was handed, the others fetch when they need it.</summary>
internal sealed partial class MediaLibrary
{
    /// <summary>Fetches what another node was handed. What nobody has stays unknown.</summary>
    /// <param name="withContent">The files too; else only what is known of them.</param>
    /// <exception cref="IOException">The store did not answer.</exception>
    public async Task HaveAsync(IReadOnlyCollection<string> ids, bool withContent, CancellationToken cancellationToken)
    {
        foreach (var id in _blobs.IsHere ? [] : ids.Where(IsId))
        {
            var folder = Path.Combine(_options.Folder, id);
            if (!File.Exists(Path.Combine(folder, SidecarName)) && !await FetchAsync(id, SidecarName, cancellationToken))
            {
                continue;
            }

            if (withContent && Find(id) is { } file && !File.Exists(file.Path))
            {
                await FetchAsync(id, SmallCopyName, cancellationToken);
                if (!await FetchAsync(id, FileName(file.Format), cancellationToken))
                {
                    throw new IOException("The store of the blobs lacks a file that it should have.");
                }

                // What is known of it does not have the small copy yet.
                _files.TryRemove(id, out _);
            }
        }
    }

    /// <summary>Takes media away, here and where the other nodes find them.</summary>
    /// <returns>Whether they were here.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (!_blobs.IsHere && IsId(id))
        {
            await HaveAsync([id], withContent: false, cancellationToken);
            foreach (var name in Find(id) is { } file ? [SidecarName, SmallCopyName, FileName(file.Format)] : (string[])[])
            {
                await _blobs.DeleteAsync(BlobKey.Media(id, name), cancellationToken);
            }
        }

        return Remove(id);
    }

    private Task<bool> FetchAsync(string id, string name, CancellationToken cancellationToken) =>
        _blobs.GetAsync(BlobKey.Media(id, name), Path.Combine(_options.Folder, id, name), cancellationToken);

    // The sidecar last: who finds it finds all.
    private async Task StoreAsync(string id, string folder, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(folder).OrderBy(path => Path.GetFileName(path) == SidecarName))
        {
            await _blobs.PutAsync(BlobKey.Media(id, Path.GetFileName(path)), path, cancellationToken);
        }
    }
}
