using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>What only several nodes do: give an attempt to another node, and look at a file before it counts.</summary>
internal sealed partial class RenderStore
{
    /// <summary>Lets another node try what went wrong through this node's own fault.</summary>
    /// <param name="startsOver">From the cutting on; else where it stands.</param>
    /// <returns>False when no attempt is left, or this one is fenced off.</returns>
    public async Task<bool> RetryAsync(string id, int attempt, bool startsOver, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            $"UPDATE renders SET state='queued'{(startsOver ? ", stage=NULL" : "")} WHERE id=@id AND attempt=@attempt AND state='running' AND attempts_left > 0 AND cancel_requested=0",
            cancellationToken, ("id", id), ("attempt", attempt)) > 0;
    }

    /// <summary>Publishes a finished file, or hands it in where somebody else decides.</summary>
    /// <returns>False when this attempt is fenced off or cancelled: the caller deletes its file.</returns>
    public Task<bool> HandInAsync(string id, int attempt, string file, RenderedFile rendered, CancellationToken cancellationToken) =>
        database.IsShared ? OfferAsync(id, attempt, file, rendered, cancellationToken) : CommitAsync(id, attempt, file, rendered, cancellationToken);

    /// <summary>Hands a finished file in. It counts when somebody who trusts nobody has looked at it.</summary>
    /// <returns>False when this attempt is fenced off or cancelled: the caller deletes its file.</returns>
    public async Task<bool> OfferAsync(string id, int attempt, string file, RenderedFile rendered, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.ExecuteAsync(
            "UPDATE renders SET state='offered', progress=0.99 WHERE id=@id AND attempt=@attempt AND state='running' AND cancel_requested=0",
            cancellationToken, ("id", id), ("attempt", attempt)) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "INSERT INTO offers (render_id, attempt, file, notes, created_ms) VALUES (@id, @attempt, @file, @notes, @now)",
            cancellationToken, ("id", id), ("attempt", (long)attempt), ("file", file), ("notes", string.Join('\n', rendered.Notes)), ("now", Now()));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Files that wait to be looked at, the oldest first.</summary>
    public async Task<IReadOnlyList<(string Id, int Attempt, string File, string Notes)>> OffersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            """
            SELECT r.id, r.attempt, o.file, o.notes FROM renders r JOIN offers o ON o.render_id=r.id AND o.attempt=r.attempt
            WHERE r.state='offered' ORDER BY o.created_ms
            """,
            row => (row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3)), cancellationToken);
    }

    /// <summary>Publishes what was offered and looked at.</summary>
    /// <returns>False when another node was first, or it was cancelled.</returns>
    public async Task<bool> AcceptAsync(string id, int attempt, string file, RenderedFile measured, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return Counted(
            RenderState.Done, null, measured,
            await connection.ScalarAsync(
                $"{Publish} WHERE id=@id AND attempt=@attempt AND state='offered' AND cancel_requested=0 RETURNING created_ms",
                cancellationToken, Published(id, attempt, file, measured)));
    }

    /// <summary>Sends what was offered and is not right back to be made again, or ends the render when no attempt is left.</summary>
    /// <returns>Whether it is to be made again.</returns>
    public async Task<bool> RejectAsync(string id, int attempt, string why, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await connection.ExecuteAsync(
            "UPDATE renders SET state='queued', stage=NULL, progress=0 WHERE id=@id AND attempt=@attempt AND state='offered' AND attempts_left > 0 AND cancel_requested=0",
            cancellationToken, ("id", id), ("attempt", attempt)) > 0)
        {
            return true;
        }

        await EndAsync(connection, id, $"state='offered' AND attempt={attempt}", RenderState.Failed, "artifact_rejected", why, cancellationToken);
        return false;
    }

    /// <summary>Renders that wait or run as such, not in parts.</summary>
    public async Task<IReadOnlyList<(string Id, int Attempt, bool IsRunning)>> InWorkAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            $"SELECT id, attempt, state FROM renders WHERE state IN ('queued', 'running') AND {RenderStage.IsAttempted} ORDER BY created_ms",
            row => (row.GetString(0), row.GetInt32(1), row.GetString(2) == RenderState.Running), cancellationToken);
    }

    /// <summary>Puts a render back whose worker is known to be gone.</summary>
    /// <returns>False when it has gone on meanwhile.</returns>
    public async Task<bool> ReleaseAsync(string id, int attempt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE renders SET state='queued' WHERE id=@id AND attempt=@attempt AND state='running'", cancellationToken, ("id", id), ("attempt", attempt)) > 0;
    }

    /// <summary>Renders that wait or run, and when the oldest of those that wait came, by the clock of the node that took it.</summary>
    public async Task<(int Waiting, int Running, DateTimeOffset? Oldest)> DepthAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync(
            $"""
            SELECT COALESCE(SUM(CASE WHEN state='queued' THEN 1 ELSE 0 END), 0), COUNT(*), MIN(CASE WHEN state='queued' THEN created_ms END)
            FROM renders WHERE state IN {RenderState.Unfinished}
            """,
            row => (Convert.ToInt32(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                Convert.ToInt32(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture) - Convert.ToInt32(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                row.LongOrNull(2) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : (DateTimeOffset?)null),
            cancellationToken))[0];
    }
}
