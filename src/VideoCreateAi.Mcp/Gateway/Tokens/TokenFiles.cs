using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>What is kept of starter accounts on the disk: a token a backend, and one client id. What the disk does not take
/// lives on in memory: a full disk is no reason to refuse work.</summary>
internal sealed partial class TokenFiles
{
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly string _folder;
    private readonly string _tokenPath;
    private readonly string _lockPath;
    private readonly string _clientIdPath;
    private bool _saidNotKept;

    public TokenFiles(BackendDescription backend, GatewayOptions options, TimeProvider clock, ILogger logger)
    {
        _clock = clock;
        _logger = logger;
        _folder = Path.Combine(options.DataFolder, "tokens");
        _tokenPath = Path.Combine(_folder, $"{backend.FileName}.json");
        _lockPath = Path.Combine(_folder, $"{backend.FileName}.lock");
        _clientIdPath = backend.Kind == BackendKind.Cloud && options.SharedClientIdPath is { } shared
            ? shared
            : Path.Combine(options.DataFolder, "client_id");
    }

    /// <summary>Null when none is kept that others could not have read or changed.</summary>
    public string? ReadClientId() =>
        PrivateFile.Read(_clientIdPath, othersMayRead: true) is { } bytes && Encoding.UTF8.GetString(bytes).Trim() is var kept && BackendIds.IsPlain(kept)
            ? kept
            : null;

    public async Task KeepClientIdAsync(string clientId, CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetDirectoryName(_clientIdPath) is { Length: > 0 } folder)
            {
                PrivateFile.CreateFolder(folder);
            }

            await PrivateFile.WriteAsync(_clientIdPath, Encoding.ASCII.GetBytes(clientId), cancellationToken);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            SayNotKept(exception);
        }
    }

    /// <param name="mayWrite">False for a file of a newer version, which is left as it is.</param>
    public CachedToken? Read(out bool mayWrite)
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

    public async Task KeepAsync(CachedToken token, bool mayWrite, CancellationToken cancellationToken)
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
    public async Task<IDisposable?> LockAsync(CancellationToken cancellationToken)
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

    private void SayNotKept(Exception exception)
    {
        if (!_saidNotKept)
        {
            _saidNotKept = true;
            LogNotKept(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cached starter token could not be read and was set aside.")]
    private partial void LogCacheSetAside();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The starter token could not be kept on disk ({Reason}); it is used from memory.")]
    private partial void LogNotKept(string reason);
}
