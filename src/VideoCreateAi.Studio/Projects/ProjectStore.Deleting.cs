using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Projects;

internal sealed partial class ProjectStore
{
    private string Changed => $"""
        {database.Greatest}(updated_ms,
            COALESCE((SELECT MAX(created_ms) FROM project_media m WHERE m.session_id=projects.session_id), 0),
            COALESCE((SELECT MAX(created_ms) FROM renders r WHERE r.session_id=projects.session_id), 0))
        """;

    /// <summary>All projects of all users: the last change, and whether a render has not ended. The longest unchanged first.</summary>
    public async Task<IReadOnlyList<(string SessionId, string Name, long ChangedMilliseconds, bool Busy)>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            $"""
            SELECT session_id, name, {Changed} AS changed,
                CASE WHEN EXISTS (SELECT 1 FROM renders r WHERE r.session_id=projects.session_id AND r.state IN {RenderState.Unfinished}) THEN 1 ELSE 0 END
            FROM projects ORDER BY changed, session_id
            """,
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3) != 0), cancellationToken);
    }

    /// <summary>Which projects have which media.</summary>
    public async Task<IReadOnlyList<(string SessionId, string MediaId)>> AllMediaAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT session_id, media_id FROM project_media", row => (row.GetString(0), row.GetString(1)), cancellationToken);
    }

    /// <summary>Whether a project has the media, or a timeline or a render names it.</summary>
    public async Task<bool> IsMediaUsedAsync(string mediaId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ScalarAsync(
            $"""
            SELECT 1 WHERE EXISTS (SELECT 1 FROM project_media WHERE media_id=@media)
                OR EXISTS (SELECT 1 FROM versions WHERE draft LIKE @named)
                OR EXISTS (SELECT 1 FROM renders WHERE state IN {RenderState.Unfinished} AND draft LIKE @named)
            """,
            cancellationToken, ("media", mediaId), ("named", $"%{mediaId}%")) is not null;
    }

    /// <summary>Takes a project's rows away, all at once.</summary>
    /// <param name="unchangedSinceMilliseconds">Only when it has not changed after this.</param>
    /// <returns>Null while a render of it has not ended, or when it changed: then nothing was changed.</returns>
    public async Task<DeletedProject?> DeleteAsync(
        string sessionId, CancellationToken cancellationToken, long unchangedSinceMilliseconds = long.MaxValue)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var session = ("session", (object?)sessionId);

        // A render that is added meanwhile needs the project's row, and waits.
        await connection.ScalarAsync($"SELECT 1 FROM projects WHERE session_id=@session{database.ForUpdate}", cancellationToken, session);
        if (await connection.ScalarAsync(
            $"SELECT 1 FROM renders WHERE session_id=@session AND state IN {RenderState.Unfinished} LIMIT 1", cancellationToken, session) is not null
            || await connection.ScalarAsync(
                $"SELECT 1 FROM projects WHERE session_id=@session AND {Changed} > @since", cancellationToken, session, ("since", unchangedSinceMilliseconds)) is not null)
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
