using System.Security.Cryptography;
using VideoCreateAi.Studio.Credits;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Users;

/// <summary>Users of a service: made by whoever runs it, each with keys that are tokens of a long life.</summary>
internal sealed partial class UserStore
{
    private const string NamePrefix = "name:";

    /// <summary>Makes a user, or gives one that is there another key and these limits.</summary>
    /// <param name="mostRenders">Exports at once; null = the usual number.</param>
    /// <param name="credits">Added to what the user has; null = exports cost nothing.</param>
    /// <returns>The key, which is stored nowhere and cannot be shown again.</returns>
    public async Task<string> AddKeyAsync(
        string name, TokenScopes scopes, TimeSpan life, int? mostRenders, int? credits, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = "vca_key_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO users (user_id, client_id, name, most_renders, pays, created_ms) VALUES (@user, @client, @name, @most, @pays, @now)
            ON CONFLICT (client_id) DO UPDATE SET most_renders=@most, pays=@pays
            """,
            cancellationToken,
            ("user", "usr_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))), ("client", NamePrefix + name), ("name", name),
            ("most", (long?)mostRenders), ("pays", credits is null ? 0L : 1L), ("now", now.ToUnixTimeMilliseconds()));
        var user = (string)(await connection.ScalarAsync("SELECT user_id FROM users WHERE client_id=@client", cancellationToken, ("client", NamePrefix + name)))!;

        // Who pays nothing has the balance that everybody has on a machine of their own: clients ask for it before they export.
        var isNew = await connection.ScalarAsync("SELECT 1 FROM credit_entries WHERE user_id=@user", cancellationToken, ("user", user)) is null;
        await connection.ExecuteAsync(
            "INSERT INTO credit_entries (user_id, amount, reason, created_ms) VALUES (@user, @amount, 'grant', @now)",
            cancellationToken, ("user", user), ("amount", (long)(credits ?? (isNew ? CreditLedger.StarterCredits : 0))), ("now", now.ToUnixTimeMilliseconds()));

        await connection.ExecuteAsync(
            "INSERT INTO tokens (hash, user_id, expires_ms, scopes) VALUES (@hash, @user, @expires, @scopes)",
            cancellationToken,
            ("hash", Hash(key)), ("user", user), ("expires", (now + life).ToUnixTimeMilliseconds()), ("scopes", TokenScopesText.Format(scopes)));
        await transaction.CommitAsync(cancellationToken);
        return key;
    }

    /// <summary>Takes a user's keys back, all of them. Projects stay.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RevokeKeysAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM tokens WHERE user_id IN (SELECT user_id FROM users WHERE client_id=@client)", cancellationToken, ("client", NamePrefix + name));
    }

    /// <summary>Users who were made by name.</summary>
    public async Task<IReadOnlyList<ServiceUser>> NamedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync(
            """
            SELECT u.name, (SELECT COUNT(*) FROM tokens t WHERE t.user_id=u.user_id AND t.expires_ms > @now), u.most_renders, u.pays,
                (SELECT CAST(COALESCE(SUM(amount), 0) AS INTEGER) FROM credit_entries c WHERE c.user_id=u.user_id)
            FROM users u WHERE u.name IS NOT NULL ORDER BY u.name
            """,
            row => new ServiceUser(row.GetString(0), row.GetInt32(1), (int?)row.LongOrNull(2), row.GetInt64(3) != 0 ? row.GetInt32(4) : null),
            cancellationToken, ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }
}
