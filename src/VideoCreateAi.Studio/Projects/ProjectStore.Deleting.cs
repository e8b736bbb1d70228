using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Projects;

internal sealed partial class ProjectStore
{
    /// <summary>Takes a project's rows away, all at once.</summary>
    /// <returns>Null while a render of it has not ended: then nothing was changed.</returns>
    public async Task<DeletedProject?> DeleteAsync(string sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var session = ("session", (object?)sessionId);
        if (await connection.ScalarAsync(
            "SELECT 1 FROM renders WHERE session_id=@session AND state IN ('queued', 'running') LIMIT 1", cancellationToken, session) is not null)
        {
            return null;
        }

        var media = await connection.QueryAsync(
            "SELECT media_id FROM project_media WHERE session_id=@session EXCEPT SELECT media_id FROM project_media WHERE session_id<>@session",
            row => row.GetString(0), cancellationToken, session);
        var files = await connection.QueryAsync(
            "SELECT file FROM renders WHERE session_id=@session AND file IS NOT NULL", row => row.GetString(0), cancellationToken, session);
        foreach (var table in (string[])["renders", "versions", "project_media", "projects"])
        {
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE session_id=@session", cancellationToken, session);
        }

        await transaction.CommitAsync(cancellationToken);
        return new DeletedProject(media, files);
    }
}
