using System.Data.Common;
using System.Globalization;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Takes an export into the queue of a farm, or says why not: everything is counted and written in one transaction that holds
/// the user's row, so that no number of calls at once gets more than its share.</summary>
internal sealed class RenderAdmission(StudioDatabase database, StudioOptions options, TimeProvider clock)
{
    private const int UsualMostRenders = 20;

    private static readonly TimeSpan s_retryUser = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_retryAll = TimeSpan.FromSeconds(30);

    /// <summary>A credit for each minute of video that is begun.</summary>
    public static int CostOf(TimeSpan duration) => Math.Max(1, (int)Math.Ceiling(duration.TotalMinutes));

    public async Task<AdmissionResult> AdmitAsync(
        string id, string sessionId, string userId, string draft, string output, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (most, pays) = (await connection.QueryAsync(
            $"SELECT most_renders, pays FROM users WHERE user_id=@user{database.ForUpdate}",
            row => (row.LongOrNull(0) ?? UsualMostRenders, row.GetInt64(1) != 0), cancellationToken, ("user", userId)))[0];
        if (await connection.ScalarAsync("SELECT 1 FROM renders WHERE id=@id", cancellationToken, ("id", id)) is not null)
        {
            return AdmissionResult.Known;
        }

        if (await CountAsync(connection, $"state IN {RenderState.Unfinished} AND user_id=@user", cancellationToken, ("user", userId)) >= most)
        {
            return new AdmissionResult.ComeBack(s_retryUser, $"{most} exports of this user are under way, which is the limit. Wait for one of them, or cancel one.", "too_many_renders");
        }

        if (await CountAsync(connection, "state='queued'", cancellationToken) >= options.MostWaiting)
        {
            return new AdmissionResult.ComeBack(s_retryAll, "The studio has more exports waiting than it takes. Try again a little later.", "queue_full");
        }

        var cost = pays ? CostOf(duration) : 0;
        if (cost > 0)
        {
            var balance = Convert.ToInt64(
                await connection.ScalarAsync("SELECT SUM(amount) FROM credit_entries WHERE user_id=@user", cancellationToken, ("user", userId)) ?? 0, CultureInfo.InvariantCulture);
            if (balance < cost)
            {
                return new AdmissionResult.OutOfCredits(cost, balance);
            }

            await connection.ExecuteAsync(
                "INSERT INTO credit_entries (user_id, amount, reason, created_ms) VALUES (@user, @amount, @reason, @now)",
                cancellationToken, ("user", userId), ("amount", -(long)cost), ("reason", $"export {id}"), ("now", Now()));
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO renders (id, session_id, user_id, draft, output, state, charged, created_ms)
            VALUES (@id, @session, @user, @draft, @output, 'queued', @charged, @now)
            """,
            cancellationToken,
            ("id", id), ("session", sessionId), ("user", userId), ("draft", draft), ("output", output), ("charged", (long)cost), ("now", Now()));
        await transaction.CommitAsync(cancellationToken);
        return AdmissionResult.Added;
    }

    private static async Task<long> CountAsync(DbConnection connection, string condition, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        Convert.ToInt64(await connection.ScalarAsync($"SELECT COUNT(*) FROM renders WHERE {condition}", cancellationToken, parameters), CultureInfo.InvariantCulture);

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
