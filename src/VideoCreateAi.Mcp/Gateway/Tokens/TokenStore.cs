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

    /// <summary>No refusal is remembered for longer; a time beyond it was written by a clock that ran ahead.</summary>
    private static readonly TimeSpan s_mostPause = TimeSpan.FromHours(24);

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
    private string? _clientId;
    private bool _hasProjects;
    private bool _saidNotKept;

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

            using var alone = await LockAsync(cancellationToken);
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
    public bool HasProjects(AccessToken token) => _hasProjects || (ReadCache(out _) is { HasProjects: true } cached && cached.Token == token.Value);

    /// <summary>Remembers that a project hangs on the starter token in use.</summary>
    public async Task KeepHasProjectsAsync(CancellationToken cancellationToken)
    {
        if (_hasProjects || _current is not { IsAnonymous: true } token)
        {
            return;
        }

        _hasProjects = true;
        using var alone = await LockAsync(cancellationToken);
        if (ReadCache(out var mayWrite) is { HasProjects: false } cached && cached.Token == token.Value)
        {
            await KeepAsync(cached with { HasProjects = true }, mayWrite, cancellationToken);
        }
    }

    /// <summary>A new client id in place of one that the backend does not take.</summary>
    public async Task<string> RenewClientIdAsync(CancellationToken cancellationToken)
    {
        _clientId = Guid.NewGuid().ToString();
        try
        {
            if (Path.GetDirectoryName(_clientIdPath) is { Length: > 0 } folder)
            {
                PrivateFile.CreateFolder(folder);
            }

            await PrivateFile.WriteAsync(_clientIdPath, Encoding.ASCII.GetBytes(_clientId), cancellationToken);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            SayNotKept(exception);
        }

        return _clientId;
    }

    public void Dispose() => _gate.Dispose();

    private async Task<AccessToken> ReadOrAcquireAsync(
        Func<string, CancellationToken, Task<AnonymousToken>> acquire, CancellationToken cancellationToken)
    {
        var cached = ReadCache(out var mayWrite);
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
            await KeepAsync(fresh, mayWrite, cancellationToken);
            _hasProjects = false;
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
        try
        {
            File.Move(_tokenPath, $"{_tokenPath}.bad", overwrite: true);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            SayNotKept(exception);
        }

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
        catch (Exception exception) when (IsOfDisk(exception))
        {
            SayNotKept(exception);
        }
    }

    /// <summary>Null where the disk gives no lock: then this process is alone with its token, which lives in memory.</summary>
    private async Task<IDisposable?> LockAsync(CancellationToken cancellationToken)
    {
        try
        {
            PrivateFile.CreateFolder(_folder);
            return await PrivateFile.LockAsync(_lockPath, _clock, cancellationToken);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            SayNotKept(exception);
            return null;
        }
    }

    private static bool IsOfDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A full disk is no reason to refuse work: what could not be kept lives on in memory.</summary>
    private void SayNotKept(Exception exception)
    {
        if (!_saidNotKept)
        {
            _saidNotKept = true;
            LogNotKept(exception.GetType().Name);
        }
    }

    private async Task<string> ClientIdAsync(CancellationToken cancellationToken)
    {
        if (_options.ClientId is { } configured)
        {
            return configured;
        }

        if (_clientId is { } inMemory)
        {
            return inMemory;
        }

        var kept = PrivateFile.Read(_clientIdPath, othersMayRead: true) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;
        return BackendIds.IsPlain(kept) ? kept! : await RenewClientIdAsync(cancellationToken);
    }

    private static BackendException Unavailable(DateTimeOffset until, Exception? inner) => new(
        BackendFault.TokenUnavailable,
        string.Create(CultureInfo.InvariantCulture, $"The backend gives one starter token per client in 7 days, and this client had its own, which is not kept here or no longer accepted. Nothing was done and nothing was charged. Set NEMO_TOKEN, or try again after {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
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
