namespace VideoCreateAi.Studio.Library;

/// <summary>From an id to a file. Rendering and Audio see media through this alone.</summary>
internal interface IMediaFiles
{
    /// <exception cref="KeyNotFoundException">No media has that id.</exception>
    MediaFile Get(string id);

    /// <summary>Null when no media has that id.</summary>
    MediaFile? Find(string id)
    {
        try
        {
            return Get(id);
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Sees to it that the files of other nodes are here too.</summary>
    /// <param name="withContent">The files themselves; else only what is known of them.</param>
    Task HaveAsync(IReadOnlyCollection<string> ids, bool withContent, CancellationToken cancellationToken) => Task.CompletedTask;
}
