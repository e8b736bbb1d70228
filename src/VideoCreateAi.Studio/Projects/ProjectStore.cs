using System.Security.Cryptography;
using System.Data.Common;
using VideoCreateAi.Protocol.Sessions;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Projects;

/// <summary>Projects, their versions and the media that belongs to them. Every read names the user: a foreign project does not exist.</summary>
internal sealed partial class ProjectStore(StudioDatabase database, TimeProvider clock)
{
    public async Task<BackendSession> CreateAsync(string userId, string name, string language, CancellationToken cancellationToken)
    {
        var session = new BackendSession { SessionId = NewId("ses_"), TaskId = NewId("tsk_"), UserId = userId };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO projects (session_id, task_id, user_id, name, language, created_ms, updated_ms)
            VALUES (@session, @task, @user, @name, @language, @now, @now)
            """,
            cancellationToken,
            ("session", session.SessionId), ("task", session.TaskId), ("user", userId), ("name", name), ("language", language), ("now", Now()));
        return session;
    }

    public async Task<ProjectRecord?> FindAsync(string userId, string sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync(
            "SELECT session_id, task_id, user_id, name, language, head FROM projects WHERE session_id=@session AND user_id=@user",
            row => new ProjectRecord(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5)),
            cancellationToken, ("session", sessionId), ("user", userId));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The version at this number, or null for 0.</summary>
    public async Task<ProjectVersion?> VersionAsync(string sessionId, long sequence, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync(
            "SELECT seq, parent, message, summary, draft FROM versions WHERE session_id=@session AND seq=@seq",
            ReadVersion, cancellationToken, ("session", sessionId), ("seq", sequence));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The version at this number and those before it, newest first, as "undo" walks them.</summary>
    public async Task<IReadOnlyList<ProjectVersion>> LineageAsync(
        string sessionId, long sequence, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            """
            WITH RECURSIVE line (seq, parent, message, summary, draft, depth) AS (
                SELECT seq, parent, message, summary, draft, 0 FROM versions WHERE session_id=@session AND seq=@seq
                UNION ALL
                SELECT v.seq, v.parent, v.message, v.summary, v.draft, depth + 1 FROM versions v
                JOIN line ON v.seq = line.parent WHERE v.session_id=@session AND depth + 1 < @most)
            SELECT seq, parent, message, summary, draft FROM line ORDER BY depth
            """,
            ReadVersion, cancellationToken, ("session", sessionId), ("seq", sequence), ("most", most));
    }

    /// <summary>The steps up to this one in the order in which they were made, newest first.</summary>
    public async Task<IReadOnlyList<ProjectVersion>> LatestAsync(string sessionId, long sequence, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT seq, parent, message, summary, draft FROM versions WHERE session_id=@session AND seq<=@seq ORDER BY seq DESC LIMIT @most",
            ReadVersion, cancellationToken, ("session", sessionId), ("seq", sequence), ("most", most));
    }

    /// <summary>Adds a version and makes it the current one, if the project still stands at <paramref name="expectedHead"/>.</summary>
    /// <returns>The new number, or null when another turn came first.</returns>
    public async Task<long?> SaveAsync(
        string sessionId, long expectedHead, long parent, string message, string summary, string? draft, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var sequence = (long)(await connection.ScalarAsync(
            "SELECT COALESCE(MAX(seq), 0) + 1 FROM versions WHERE session_id=@session", cancellationToken, ("session", sessionId)))!;
        var moved = await connection.ExecuteAsync(
            "UPDATE projects SET head=@seq, updated_ms=@now WHERE session_id=@session AND head=@expected",
            cancellationToken, ("seq", sequence), ("now", Now()), ("session", sessionId), ("expected", expectedHead));
        if (moved == 0)
        {
            return null;
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO versions (session_id, seq, parent, message, summary, draft, created_ms)
            VALUES (@session, @seq, @parent, @message, @summary, @draft, @now)
            """,
            cancellationToken,
            ("session", sessionId), ("seq", sequence), ("parent", parent), ("message", message),
            ("summary", summary), ("draft", draft), ("now", Now()));
        await transaction.CommitAsync(cancellationToken);
        return sequence;
    }

    public async Task AddMediaAsync(string sessionId, string mediaId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO project_media (session_id, media_id, position, created_ms)
            SELECT @session, @media, COALESCE(MAX(position), 0) + 1, @now FROM project_media WHERE session_id=@session
            """,
            cancellationToken, ("session", sessionId), ("media", mediaId), ("now", Now()));
    }

    /// <summary>Ids in order of upload.</summary>
    public async Task<IReadOnlyList<string>> MediaAsync(string sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT media_id FROM project_media WHERE session_id=@session ORDER BY position",
            row => row.GetString(0), cancellationToken, ("session", sessionId));
    }

    private static ProjectVersion ReadVersion(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.TextOrNull(4));

    private static string NewId(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
