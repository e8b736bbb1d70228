using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol.Auth;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>The token that calls carry: the configured one as it is, else a starter token kept for this backend.
/// Processes that need one at the same time get one between them.</summary>
internal sealed partial class TokenStore : IDisposable
{
    private static readonly TimeSpan s_leastPause = TimeSpan.FromMinutes(1);

    private readonly GatewayOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<TokenStore> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _folder;
    private readonly string _tokenPath;
    private readonly string _lockPath;
    private readonly string _clientIdPath;
    private AccessToken? _current;
    private string? _rejected;

    public TokenStore(BackendDescription backend, GatewayOptions options, TimeProvider clock, ILogger<TokenStore> logger)
    {
        _options = options;
        _clock = clock;
        _logger = logger;
        _folder = Path.Combine(options.DataFolder, "tokens");
        _tokenPath = Path.Combine(_folder, $"{backend.FileName}.json");
        _lockPath = Path.Combine(_folder, $"{backend.FileName}.lock");
        _clientIdPath = backend.Kind == BackendKind.Studio || options.SharedClientIdPath is null
            ? Path.Combine(options.DataFolder, "client_id")
            : options.SharedClientIdPath;
        if (options.Token is { } configured)
        {
            _current = new AccessToken(configured, UserId: null, ExpiresAt: null);
        }
    }

    /// <summary>The token in use, null before the first call that needed one.</summary>
    public AccessToken? Current => _current;

    public bool IsConfigured => _options.Token is not null;

    /// <param name="acquire">Asks the backend for a starter token with a client id.</param>
    public async ValueTask<AccessToken> GetAsync(
        Func<string, CancellationToken, Task<AnonymousToken>> acquire, CancellationToken cancellationToken)
    {
        if (_current is { } known && known.Value != _rejected)
        {
            return known;
        }

        if (IsConfigured)
        {
            return _current!;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } meanwhile && meanwhile.Value != _rejected)
            {
                return meanwhile;
            }

            PrivateFile.CreateFolder(_folder);
            using var alone = await PrivateFile.LockAsync(_lockPath, _clock, cancellationToken);
            return _current = await ReadOrAcquireAsync(acquire, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The backend refused this token. The next call gets another one, unless the user configured it.</summary>
    public void Reject(AccessToken token)
    {
        if (token.IsAnonymous)
        {
            _rejected = token.Value;
        }
    }

    /// <summary>A new client id in place of one that the backend does not take.</summary>
    public async Task<string> RenewClientIdAsync(CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        if (Path.GetDirectoryName(_clientIdPath) is { Length: > 0 } folder)
        {
            PrivateFile.CreateFolder(folder);
        }

        await PrivateFile.WriteAsync(_clientIdPath, Encoding.ASCII.GetBytes(id), cancellationToken);
        return id;
    }

    public void Dispose() => _gate.Dispose();

    private async Task<AccessToken> ReadOrAcquireAsync(
        Func<string, CancellationToken, Task<AnonymousToken>> acquire, CancellationToken cancellationToken)
    {
        var cached = ReadCache(out var mayWrite);
        if (cached is { Token: { } token } && token != _rejected)
        {
            return new AccessToken(token, cached.UserId, cached.ExpiresAt) { IsAnonymous = true };
        }

        if (cached?.NotBefore is { } notBefore && notBefore > _clock.GetUtcNow())
        {
            throw Unavailable(notBefore, inner: null);
        }

        // The id is on disk before it is sent: a crash after the reply must not cost a second starter account.
        var clientId = await ClientIdAsync(cancellationToken);
        try
        {
            var given = await acquire(clientId, cancellationToken);
            var fresh = new CachedToken { Token = given.Token, UserId = given.UserId, ExpiresAt = given.ExpiresAt };
            await KeepAsync(fresh, mayWrite, cancellationToken);
            LogAcquired(given.ExpiresAt);
            return new AccessToken(given.Token, given.UserId, given.ExpiresAt) { IsAnonymous = true };
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.RateLimited)
        {
            var until = _clock.GetUtcNow() + (exception.RetryAfter ?? s_leastPause);
            await KeepAsync(new CachedToken { NotBefore = until }, mayWrite, cancellationToken);
            throw Unavailable(until, exception);
        }
    }

    private CachedToken? ReadCache(out bool mayWrite)
    {
        mayWrite = true;
        if (PrivateFile.Read(_tokenPath) is not { } bytes)
        {
            return null;
        }

        try
        {
            var cached = JsonSerializer.Deserialize(bytes, TokenJson.Default.CachedToken);
            if (cached is { Version: > CachedToken.CurrentVersion })
            {
                mayWrite = false;
                return null;
            }

            if (cached is not null && (cached.Token is null ? cached.NotBefore is not null : BackendIds.IsToken(cached.Token)))
            {
                return cached;
            }
        }
        catch (JsonException)
        {
            // Handled as any other unreadable cache, below.
        }

        LogCacheSetAside();
        File.Move(_tokenPath, $"{_tokenPath}.bad", overwrite: true);
        return null;
    }

    private async Task KeepAsync(CachedToken token, bool mayWrite, CancellationToken cancellationToken)
    {
        if (!mayWrite)
        {
            return;
        }

        try
        {
            await PrivateFile.WriteAsync(
                _tokenPath, JsonSerializer.SerializeToUtf8Bytes(token, TokenJson.Default.CachedToken), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk is no reason to refuse work: the token lives on in memory.
            LogNotKept(exception.GetType().Name);
        }
    }

    private async Task<string> ClientIdAsync(CancellationToken cancellationToken)
    {
        if (_options.ClientId is { } configured)
        {
            return configured;
        }

        var kept = PrivateFile.Read(_clientIdPath, othersMayRead: true) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;
        return BackendIds.IsPlain(kept) ? kept! : await RenewClientIdAsync(cancellationToken);
    }

    private static BackendException Unavailable(DateTimeOffset until, Exception? inner) => new(
        BackendFault.TokenUnavailable,
        string.Create(CultureInfo.InvariantCulture, $"The backend gives one starter token per client in 7 days, and this client had its own. Nothing was done. Set NEMO_TOKEN, or try again after {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
        inner)
    {
        RetryAfter = (inner as BackendException)?.RetryAfter,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Got a starter token that lasts until {ExpiresAt}.")]
    private partial void LogAcquired(DateTimeOffset? expiresAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cached starter token could not be read and was set aside.")]
    private partial void LogCacheSetAside();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The starter token could not be kept on disk ({Reason}); it is used from memory.")]
    private partial void LogNotKept(string reason);
}
