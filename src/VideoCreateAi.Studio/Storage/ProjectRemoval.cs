using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;

namespace VideoCreateAi.Studio.Storage;

/// <summary>Takes a project away: its rows first, then what they alone named on the disk.</summary>
internal sealed class ProjectRemoval(ProjectStore projects, MediaLibrary library, RenderFolders folders)
{
    /// <param name="unchangedSinceMilliseconds">Only when it has not changed after this.</param>
    /// <returns>False while a render of it has not ended, or when it changed: then it is as it was.</returns>
    public async Task<bool> RemoveAsync(string sessionId, CancellationToken cancellationToken, long unchangedSinceMilliseconds = long.MaxValue)
    {
        if (await projects.DeleteAsync(sessionId, cancellationToken, unchangedSinceMilliseconds) is not { } deleted)
        {
            return false;
        }

        foreach (var id in deleted.Media)
        {
            await library.RemoveAsync(id, cancellationToken);
        }

        foreach (var file in deleted.Files)
        {
            await folders.DiscardAsync(file, cancellationToken);
        }

        return true;
    }
}
