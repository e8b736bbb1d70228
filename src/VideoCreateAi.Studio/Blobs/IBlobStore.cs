namespace VideoCreateAi.Studio.Blobs;

/// <summary>Where files live that more than one node needs: media, finished videos, encoded parts. What stands under a key never
/// changes. A row of the database that names a key is what publishes it; a blob that no row names is litter.</summary>
internal interface IBlobStore
{
    /// <summary>Whether the data directory is the store: then what lies there is stored, and nothing is ever copied.</summary>
    bool IsHere { get; }

    /// <summary>Stores a file, whole or not at all. Storing a key again changes nothing that readers see.</summary>
    /// <param name="key">Parts of letters, digits, <c>.</c>, <c>-</c> and <c>_</c>, with <c>/</c> between them.</param>
    /// <exception cref="IOException">It was not stored.</exception>
    Task PutAsync(string key, string path, CancellationToken cancellationToken);

    /// <summary>Fetches a blob to a path of this node, whole or not at all.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="IOException">It could not be read.</exception>
    Task<bool> GetAsync(string key, string path, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string key, CancellationToken cancellationToken);

    /// <summary>One that is not there is no fault.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);
}
