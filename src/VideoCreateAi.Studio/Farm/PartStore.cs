using System.Data.Common;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Farm;

/// <summary>The parts of long renders, each with a fence of its own: an attempt may hand a part in only while it is the part's latest,
/// and only while the render goes on.</summary>
internal sealed class PartStore(StudioDatabase database)
{
    private const string RenderGoesOn = "EXISTS (SELECT 1 FROM renders r WHERE r.id=parts.render_id AND r.state='running' AND r.stage='parts' AND r.cancel_requested=0)";

    /// <summary>Cuts a render into parts, under its fence. The attempt that did it is over and does not count.</summary>
    /// <param name="isMade">Whether a part is there already, from an earlier render.</param>
    /// <returns>False when the attempt is fenced off or cancelled.</returns>
    public async Task<bool> SplitAsync(string renderId, int attempt, IReadOnlyList<RenderPart> parts, Func<RenderPart, bool> isMade, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.ExecuteAsync(
            "UPDATE renders SET stage='parts', attempts_left=attempts_left+1 WHERE id=@id AND attempt=@attempt AND state='running' AND stage IS NULL AND cancel_requested=0",
            cancellationToken, ("id", renderId), ("attempt", attempt)) == 0)
        {
            return false;
        }

        // An offer that was refused is made anew from the first part on.
        await connection.ExecuteAsync("DELETE FROM parts WHERE render_id=@id", cancellationToken, ("id", renderId));
        foreach (var part in parts)
        {
            var made = isMade(part);
            await connection.ExecuteAsync(
                """
                INSERT INTO parts (render_id, part, kind, key, first_frame, frames, state, frames_done)
                VALUES (@id, @part, @kind, @key, @first, @frames, @state, @done)
                """,
                cancellationToken,
                ("id", renderId), ("part", (long)part.Number), ("kind", part.Kind.ToString()), ("key", part.Key), ("first", (long)part.Range.First),
                ("frames", (long)part.Range.Count), ("state", made ? PartState.Done : PartState.Waiting), ("done", made ? (long)part.Range.Count : 0L));
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Puts parts of a user's renders into the queue, as many as one user may have there: who renders for hours leaves room for
    /// who renders for seconds.</summary>
    /// <param name="most">Parts of one user that wait in the queue or run.</param>
    /// <returns>Those that need a ticket now, each with the attempts that it has had.</returns>
    public async Task<IReadOnlyList<(string RenderId, int Part, int Attempts)>> QueueNextAsync(string userId, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var taken = Convert.ToInt32(
            await connection.ScalarAsync(
                $"SELECT COUNT(*) FROM parts WHERE state IN ('queued', 'running') AND {RenderGoesOn} AND render_id IN (SELECT id FROM renders WHERE user_id=@user)",
                cancellationToken, ("user", userId)),
            System.Globalization.CultureInfo.InvariantCulture);
        var next = await connection.QueryAsync(
            """
            SELECT p.render_id, p.part FROM parts p JOIN renders r ON r.id=p.render_id
            WHERE r.user_id=@user AND r.state='running' AND r.stage='parts' AND r.cancel_requested=0 AND p.state='waiting'
            ORDER BY r.created_ms, r.id, p.part LIMIT @room
            """,
            row => (RenderId: row.GetString(0), Part: row.GetInt32(1)), cancellationToken, ("user", userId), ("room", (long)Math.Max(0, most - taken)));
        List<(string, int, int)> queued = [];
        foreach (var (renderId, part) in next)
        {
            // Another node may be at the same.
            if (await connection.ScalarAsync(
                "UPDATE parts SET state='queued' WHERE render_id=@id AND part=@part AND state='waiting' RETURNING attempt", cancellationToken, ("id", renderId), ("part", (long)part)) is long attempts)
            {
                queued.Add((renderId, part, (int)attempts));
            }
        }

        return queued;
    }

    /// <summary>Takes a part for one attempt.</summary>
    /// <param name="takesOver">Also from an attempt that runs: its worker is known to be gone.</param>
    /// <returns>Null when it is made, has no attempts left, or the render has ended.</returns>
    public async Task<PartRecord?> TakeAsync(string renderId, int part, string owner, bool takesOver, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync(
            $"""
            UPDATE parts SET state='running', attempt=attempt+1, attempts_left=attempts_left-1, owner=@owner, frames_done=0
            WHERE render_id=@id AND part=@part AND state IN {(takesOver ? "('queued', 'running')" : "('queued')")} AND attempts_left > 0 AND {RenderGoesOn}
            RETURNING part, kind, key, first_frame, frames, attempt
            """,
            row => new PartRecord(renderId, PartOf(row), row.GetInt32(5)), cancellationToken, ("id", renderId), ("part", (long)part), ("owner", owner));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Whether the part has used up its attempts without being made, while its render goes on.</summary>
    public async Task<bool> IsSpentAsync(string renderId, int part, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ScalarAsync(
            $"SELECT 1 FROM parts WHERE render_id=@id AND part=@part AND state<>'done' AND attempts_left <= 0 AND {RenderGoesOn}",
            cancellationToken, ("id", renderId), ("part", (long)part)) is not null;
    }

    /// <summary>Writes the progress down and learns whether to go on.</summary>
    /// <returns>False when the render was cancelled or has ended, or another attempt has taken over.</returns>
    public Task<bool> ReportAsync(PartRecord attempt, int framesDone, CancellationToken cancellationToken) =>
        UpdateAsync(attempt, "frames_done=@done", cancellationToken, ("done", (long)framesDone));

    /// <summary>Hands a part in whose file is stored.</summary>
    /// <returns>False when this attempt is fenced off.</returns>
    public Task<bool> CommitAsync(PartRecord attempt, CancellationToken cancellationToken) =>
        UpdateAsync(attempt, "state='done', frames_done=frames", cancellationToken);

    /// <summary>Gives a part back that was interrupted through no fault of its own; the attempt does not count. The engine keeps its ticket.</summary>
    public Task<bool> HandBackAsync(PartRecord attempt, CancellationToken cancellationToken) =>
        UpdateAsync(attempt, "state='queued', frames_done=0, attempts_left=attempts_left+1", cancellationToken);

    /// <summary>Lets another attempt try.</summary>
    public Task<bool> RetryAsync(PartRecord attempt, CancellationToken cancellationToken) =>
        UpdateAsync(attempt, "state='waiting', frames_done=0", cancellationToken);

    /// <summary>Goes on to the joining when all parts are made. Whoever hands in the last part is told so, and nobody twice.</summary>
    public async Task<bool> TryBeginJoinAsync(string renderId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            UPDATE renders SET stage='join', state='queued', progress=0.97 WHERE id=@id AND state='running' AND stage='parts' AND cancel_requested=0
                AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.render_id=renders.id AND p.state<>'done')
            """,
            cancellationToken, ("id", renderId)) > 0;
    }

    /// <summary>All parts of a render in their order.</summary>
    public async Task<IReadOnlyList<RenderPart>> AllAsync(string renderId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT part, kind, key, first_frame, frames FROM parts WHERE render_id=@id ORDER BY part",
            PartOf, cancellationToken, ("id", renderId));
    }

    /// <summary>Ends a render that is made in parts.</summary>
    public async Task FailRenderAsync(string renderId, string code, string why, long nowMilliseconds, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await connection.ScalarAsync(
            "UPDATE renders SET state='failed', error_code=@code, error=@why, ended_ms=@now WHERE id=@id AND state='running' AND stage='parts' RETURNING created_ms",
            cancellationToken, ("id", renderId), ("code", code), ("why", why), ("now", nowMilliseconds)) is long created)
        {
            StudioMeter.RenderEnded(RenderState.Failed, code, TimeSpan.FromMilliseconds(nowMilliseconds - created));
        }
    }

    /// <summary>What is in work, so that what lost its ticket gets another one.</summary>
    public async Task<IReadOnlyList<(string RenderId, int Part, int Attempts, bool IsRunning)>> InWorkAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            $"SELECT render_id, part, attempt, state FROM parts WHERE state IN ('queued', 'running') AND {RenderGoesOn}",
            row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3) == PartState.Running), cancellationToken);
    }

    /// <summary>Puts a part back whose worker is known to be gone.</summary>
    /// <returns>False when it has gone on meanwhile.</returns>
    public async Task<bool> ReleaseAsync(string renderId, int part, int attempt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE parts SET state='queued' WHERE render_id=@id AND part=@part AND attempt=@attempt AND state='running'",
            cancellationToken, ("id", renderId), ("part", (long)part), ("attempt", (long)attempt)) > 0;
    }

    /// <summary>Users whose renders are being made in parts, with such a render of each.</summary>
    public async Task<IReadOnlyList<(string UserId, string RenderId)>> SplitRendersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            "SELECT user_id, id FROM renders WHERE state='running' AND stage='parts' ORDER BY created_ms", row => (row.GetString(0), row.GetString(1)), cancellationToken);
    }

    private static RenderPart PartOf(DbDataReader row) => new(
        row.GetInt32(0), Enum.Parse<PartKind>(row.GetString(1)), row.GetString(2), new FrameRange(row.GetInt32(3), row.GetInt32(3) + row.GetInt32(4)));

    private async Task<bool> UpdateAsync(PartRecord attempt, string changes, CancellationToken cancellationToken, params (string Name, object? Value)[] more)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            $"UPDATE parts SET {changes} WHERE render_id=@id AND part=@part AND attempt=@attempt AND state='running' AND {RenderGoesOn}",
            cancellationToken, [("id", attempt.RenderId), ("part", (long)attempt.Part.Number), ("attempt", (long)attempt.Attempt), .. more]) > 0;
    }
}
