using System.Data.Common;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Render rows and the fence: an attempt may publish only while it is the row's latest.</summary>
internal sealed partial class RenderStore(StudioDatabase database, TimeProvider clock)
{
    private const string Columns =
        """
        id, session_id, user_id, draft, output, state, attempt,
        CASE WHEN stage='parts' THEN (SELECT CAST(0.97 * SUM(frames_done) / SUM(frames) AS DOUBLE PRECISION) FROM parts p WHERE p.render_id=renders.id) ELSE progress END,
        cancel_requested, file, error_code, error, notes, bytes, width, height, duration_ms, created_ms, ended_ms, left_ms, stage
        """;

    private const string Publish = """
        UPDATE renders SET state='done', progress=1, file=@file, bytes=@bytes, width=@width, height=@height,
            duration_ms=@duration, notes=@notes, ended_ms=@now
        """;

    /// <summary>Adds a queued render.</summary>
    /// <returns>False when the id is taken: asking twice for one id is one render.</returns>
    public async Task<bool> AddAsync(
        string id, string sessionId, string userId, string draft, string output, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO renders (id, session_id, user_id, draft, output, state, created_ms)
            VALUES (@id, @session, @user, @draft, @output, 'queued', @now) ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken,
            ("id", id), ("session", sessionId), ("user", userId), ("draft", draft), ("output", output), ("now", Now())) > 0;
    }

    /// <summary>What there is to say before the first frame; the finished render's own notes take its place.</summary>
    public async Task NoteAsync(string id, string note, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE renders SET notes=@note WHERE id=@id AND state='queued'", cancellationToken, ("id", id), ("note", note));
    }

    public async Task<RenderRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync(
            $"SELECT {Columns} FROM renders WHERE id=@id", Read, cancellationToken, ("id", id));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Ids of all renders that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            $"SELECT id FROM renders WHERE state IN {RenderState.Unfinished} ORDER BY created_ms", row => row.GetString(0), cancellationToken);
    }

    /// <summary>Every file that a render has, with its project and the moment at which it was finished.</summary>
    public async Task<IReadOnlyList<(string SessionId, string File, long EndedMilliseconds)>> FilesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT session_id, file, COALESCE(ended_ms, created_ms) FROM renders WHERE file IS NOT NULL",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), cancellationToken);
    }

    /// <summary>Takes the files out of renders that ended longer ago than this.</summary>
    /// <returns>Their names, for the caller to delete.</returns>
    public async Task<IReadOnlyList<string>> ForgetFilesAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        const string Old = "file IS NOT NULL AND ended_ms < @before";
        var before = ("before", (object?)(clock.GetUtcNow() - age).ToUnixTimeMilliseconds());
        var names = await connection.QueryAsync($"SELECT file FROM renders WHERE {Old}", row => row.GetString(0), cancellationToken, before);
        await connection.ExecuteAsync($"UPDATE renders SET file=NULL WHERE {Old}", cancellationToken, before);
        return names;
    }

    /// <summary>Takes a render for one attempt.</summary>
    /// <returns>The attempt's number, or null when it has ended or has no attempts left.</returns>
    /// <param name="takesOver">Also from an attempt that runs: its worker is known to be gone.</param>
    public async Task<int?> TakeAsync(string id, string owner, bool takesOver, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var attempt = await connection.ScalarAsync(
            $"""
            UPDATE renders SET state='running', attempt=attempt+1, attempts_left=attempts_left-1, owner=@owner,
                progress=CASE WHEN stage='join' THEN 0.97 ELSE 0 END, left_ms=NULL
            WHERE id=@id AND state IN {(takesOver ? "('queued', 'running')" : "('queued')")} AND attempts_left > 0 AND {RenderStage.IsAttempted} RETURNING attempt
            """,
            cancellationToken, ("id", id), ("owner", owner));
        if (attempt is null)
        {
            await EndAsync(
                connection, id, $"state IN ('queued', 'running') AND attempts_left <= 0 AND {RenderStage.IsAttempted}", RenderState.Failed, "render_crashed",
                "The render ended the renderer three times. Try fewer or smaller pictures, and report the project if it stays so.",
                cancellationToken);
        }

        return attempt is long number ? (int)number : null;
    }

    /// <summary>Writes the progress down and learns whether to go on.</summary>
    /// <returns>False when the user has cancelled or another attempt has taken over.</returns>
    public async Task<bool> ReportAsync(string id, int attempt, double progress, TimeSpan? left, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE renders SET progress=@progress, left_ms=@left WHERE id=@id AND attempt=@attempt AND state='running' AND cancel_requested=0",
            cancellationToken, ("id", id), ("attempt", attempt), ("progress", progress), ("left", (long?)left?.TotalMilliseconds)) > 0;
    }

    /// <summary>Publishes a finished file.</summary>
    /// <returns>False when this attempt is fenced off or cancelled: the caller deletes its file.</returns>
    public async Task<bool> CommitAsync(string id, int attempt, string file, RenderedFile rendered, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return Counted(
            RenderState.Done, null, rendered,
            await connection.ScalarAsync(
                $"{Publish} WHERE id=@id AND attempt=@attempt AND state='running' AND cancel_requested=0 RETURNING created_ms",
                cancellationToken, Published(id, attempt, file, rendered)));
    }

    public async Task FailAsync(string id, int attempt, string code, string message, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await EndAsync(connection, id, $"state='running' AND attempt={attempt}", RenderState.Failed, code, message, cancellationToken);
    }

    /// <summary>Gives a render back that was interrupted through no fault of its own; the attempt does not count.</summary>
    public async Task HandBackAsync(string id, int attempt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE renders SET state='queued', attempts_left=attempts_left+1 WHERE id=@id AND attempt=@attempt AND state='running'",
            cancellationToken, ("id", id), ("attempt", attempt));
    }

    /// <summary>Asks for a cancel; a render that has not begun is cancelled at once.</summary>
    public async Task RequestCancelAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            $"UPDATE renders SET cancel_requested=1 WHERE id=@id AND state IN {RenderState.Unfinished}", cancellationToken, ("id", id));

        // Nobody is at work on these who could end them.
        await EndAsync(connection, id, $"(state='queued' OR (state='running' AND stage='{RenderStage.Parts}'))", RenderState.Cancelled, null, null, cancellationToken);
    }

    /// <summary>Ends a render whose cancel was asked for.</summary>
    /// <returns>False when nobody asked.</returns>
    public async Task<bool> EndCancelledAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await EndAsync(
            connection, id, $"state IN {RenderState.Unfinished} AND cancel_requested=1", RenderState.Cancelled, null, null, cancellationToken);
    }

    private (string Name, object? Value)[] Published(string id, int attempt, string file, RenderedFile rendered) =>
    [
        ("id", id), ("attempt", attempt), ("file", file), ("bytes", rendered.Bytes), ("width", rendered.Width), ("height", rendered.Height),
        ("duration", (long)rendered.Duration.TotalMilliseconds), ("notes", string.Join('\n', rendered.Notes)), ("now", Now()),
    ];

    private static RenderRecord Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        SessionId = row.GetString(1),
        UserId = row.GetString(2),
        Draft = row.GetString(3),
        Output = row.GetString(4),
        State = row.GetString(5),
        Attempt = row.GetInt32(6),
        Progress = row.GetDouble(7),
        CancelRequested = row.GetInt64(8) != 0,
        File = row.TextOrNull(9),
        ErrorCode = row.TextOrNull(10),
        Error = row.TextOrNull(11),
        Notes = row.TextOrNull(12),
        Bytes = row.LongOrNull(13),
        Width = (int?)row.LongOrNull(14),
        Height = (int?)row.LongOrNull(15),
        Duration = row.LongOrNull(16) is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(17)),
        Ended = row.LongOrNull(18) is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
        Left = row.LongOrNull(19) is { } left ? TimeSpan.FromMilliseconds(left) : null,
        Stage = row.TextOrNull(20),
    };

    private async Task<bool> EndAsync(
        DbConnection connection, string id, string condition, string state, string? code, string? error, CancellationToken cancellationToken) =>
        Counted(
            state, code, null,
            await connection.ScalarAsync(
                $"UPDATE renders SET state=@state, error_code=@code, error=@error, ended_ms=@now WHERE id=@id AND {condition} RETURNING created_ms",
                cancellationToken, ("id", id), ("state", state), ("code", code), ("error", error), ("now", Now())));

    /// <param name="created">When it was asked for, in milliseconds; null = the row was not this call's to end.</param>
    private bool Counted(string state, string? code, RenderedFile? rendered, object? created)
    {
        if (created is not long since)
        {
            return false;
        }

        StudioMeter.RenderEnded(state, code, TimeSpan.FromMilliseconds(Now() - since));
        StudioMeter.VideoMade(rendered?.Duration ?? TimeSpan.Zero);
        return true;
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
