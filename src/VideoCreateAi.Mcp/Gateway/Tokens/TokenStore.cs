using System.Globalization;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol.Auth;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>The token that calls carry: the configured one as it is, else a starter token kept for this backend.
/// Processes that need one at the same time get one between them.</summary>
internal sealed partial class TokenStore : IDisposable
{
    private static readonly TimeSpan s_leastPause = TimeSpan.FromMinutes(1);

    /// <summary>No refusal is remembered for longer; a time beyond it was written by a clock that ran ahead.</summary>
    private static readonly TimeSpan s_mostPause = TimeSpan.FromHours(24);

    private readonly BackendKind _kind;
    private readonly GatewayOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<TokenStore> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly TokenFiles _files;
    private AccessToken? _current;
    private string? _rejected;
    private string? _clientId;
    private bool _hasProjects;

    public TokenStore(BackendDescription backend, GatewayOptions options, TimeProvider clock, ILogger<TokenStore> logger)
    {
        _kind = backend.Kind;
        _options = options;
        _clock = clock;
        _logger = logger;
        _files = new TokenFiles(backend, options, clock, logger);
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

            using var alone = await _files.LockAsync(cancellationToken);
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

    /// <summary>Whether a project hangs on this starter token, begun by this process or another one.</summary>
    public bool HasProjects(AccessToken token) => _hasProjects || (_files.Read(out _) is { HasProjects: true } cached && cached.Token == token.Value);

    /// <summary>Remembers that a project hangs on the starter token in use.</summary>
    public async Task KeepHasProjectsAsync(CancellationToken cancellationToken)
    {
        if (_hasProjects || _current is not { IsAnonymous: true } token)
        {
            return;
        }

        _hasProjects = true;
        using var alone = await _files.LockAsync(cancellationToken);
        if (_files.Read(out var mayWrite) is { HasProjects: false } cached && cached.Token == token.Value)
        {
            await _files.KeepAsync(cached with { HasProjects = true }, mayWrite, cancellationToken);
        }
    }

    /// <summary>A new client id in place of one that the backend does not take. What the user configured and what other
    /// backends go on with stays on the disk: only the vendor's own cloud replaces the id that is kept.</summary>
    public Task<string> RenewClientIdAsync(CancellationToken cancellationToken) =>
        NewClientIdAsync(isKept: _kind == BackendKind.Cloud && _options.ClientId is null, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<AccessToken> ReadOrAcquireAsync(
        Func<string, CancellationToken, Task<AnonymousToken>> acquire, CancellationToken cancellationToken)
    {
        var cached = _files.Read(out var mayWrite);
        if (cached is { Token: { } token } && token != _rejected)
        {
            _hasProjects = cached.HasProjects;
            return new AccessToken(token, cached.UserId, cached.ExpiresAt) { IsAnonymous = true };
        }

        var now = _clock.GetUtcNow();
        if (cached?.NotBefore is { } notBefore && notBefore > now && notBefore <= now + s_mostPause)
        {
            throw Unavailable(notBefore, inner: null);
        }

        // The id is on disk before it is sent: a crash after the reply must not cost a second starter account.
        var clientId = await ClientIdAsync(cancellationToken);
        try
        {
            var given = await acquire(clientId, cancellationToken);
            var fresh = new CachedToken { Token = given.Token, UserId = given.UserId, ExpiresAt = given.ExpiresAt };
            await _files.KeepAsync(fresh, mayWrite, cancellationToken);
            await _options.TellBegunAsync("token", fault: null);
            _hasProjects = false;
            LogAcquired(given.ExpiresAt);
            return new AccessToken(given.Token, given.UserId, given.ExpiresAt) { IsAnonymous = true };
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.RateLimited)
        {
            await _options.TellBegunAsync("token", exception.Fault);
            var until = _clock.GetUtcNow() + (exception.RetryAfter ?? s_leastPause);
            await _files.KeepAsync(new CachedToken { NotBefore = until }, mayWrite, cancellationToken);
            throw Unavailable(until, exception);
        }
        catch (BackendException exception)
        {
            await _options.TellBegunAsync("token", exception.Fault);
            throw;
        }
    }

    private async Task<string> ClientIdAsync(CancellationToken cancellationToken)
    {
        // A renewed one comes before the one that it is in place of.
        return _clientId ?? _options.ClientId ?? _files.ReadClientId() ?? await NewClientIdAsync(isKept: true, cancellationToken);
    }

    private async Task<string> NewClientIdAsync(bool isKept, CancellationToken cancellationToken)
    {
        _clientId = Guid.NewGuid().ToString();
        if (isKept)
        {
            await _files.KeepClientIdAsync(_clientId, cancellationToken);
        }

        return _clientId;
    }

    private static BackendException Unavailable(DateTimeOffset until, Exception? inner) => new(
        BackendFault.TokenUnavailable,
        string.Create(CultureInfo.InvariantCulture, $"The backend gives this client no starter token now: it gives one per client in 7 days, and none while it is busy. Nothing was done and nothing was charged. Set NEMO_TOKEN to go on; without it, the first call after {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC asks again."),
        inner)
    {
        RetryAfter = (inner as BackendException)?.RetryAfter,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Got a starter token that lasts until {ExpiresAt}.")]
    private partial void LogAcquired(DateTimeOffset? expiresAt);
}
