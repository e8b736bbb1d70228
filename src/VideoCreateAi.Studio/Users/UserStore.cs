using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Protocol.Auth;
using VideoCreateAi.Studio.Credits;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Users;

/// <summary>Who may do what: users by client id, and the hashes of their tokens. A token itself is never stored.</summary>
internal sealed partial class UserStore(StudioDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan s_tokenLife = TimeSpan.FromDays(7);

    /// <summary>A new token for the user of this client id, who is made on the first call.</summary>
    public async Task<AnonymousToken> IssueTokenAsync(string clientId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expires = now + s_tokenLife;
        var token = "nmv_usr_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var newUser = "usr_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var added = await connection.ExecuteAsync(
            "INSERT INTO users (user_id, client_id, created_ms) VALUES (@user, @client, @now) ON CONFLICT (client_id) DO NOTHING",
            cancellationToken, ("user", newUser), ("client", clientId), ("now", now.ToUnixTimeMilliseconds()));
        var userId = (string)(await connection.ScalarAsync(
            "SELECT user_id FROM users WHERE client_id=@client", cancellationToken, ("client", clientId)))!;
        if (added > 0)
        {
            await connection.ExecuteAsync(
                "INSERT INTO credit_entries (user_id, amount, reason, created_ms) VALUES (@user, @amount, 'starter', @now)",
                cancellationToken, ("user", userId), ("amount", CreditLedger.StarterCredits), ("now", now.ToUnixTimeMilliseconds()));
        }

        await connection.ExecuteAsync(
            "DELETE FROM tokens WHERE expires_ms < @now", cancellationToken, ("now", now.ToUnixTimeMilliseconds()));
        await connection.ExecuteAsync(
            "INSERT INTO tokens (hash, user_id, expires_ms) VALUES (@hash, @user, @expires)",
            cancellationToken, ("hash", Hash(token)), ("user", userId), ("expires", expires.ToUnixTimeMilliseconds()));
        await transaction.CommitAsync(cancellationToken);

        return new AnonymousToken { Token = token, UserId = userId, ExpiresAt = expires, Credits = CreditLedger.StarterCredits };
    }

    /// <summary>The user of a token and what it is good for, or null when it is unknown or has expired.</summary>
    public async Task<(string UserId, TokenScopes Scopes)?> FindUserAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync(
            "SELECT user_id, scopes FROM tokens WHERE hash=@hash AND expires_ms > @now",
            row => (row.GetString(0), row.TextOrNull(1) is { } scopes ? TokenScopesText.Parse(scopes) : TokenScopes.All),
            cancellationToken, ("hash", Hash(token)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return found.Count == 0 ? null : found[0];
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
