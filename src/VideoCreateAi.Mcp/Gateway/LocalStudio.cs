using System.Collections.Concurrent;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>The studio on this machine as a drawing desk while another backend has the projects: files are handed to a
/// project that nobody sees, and drawn. Nothing is started before the first picture is asked for.</summary>
/// <param name="connect">Makes the client; disposed with this.</param>
internal sealed class LocalStudio(Func<BackendClient> connect) : IDisposable
{
    private readonly Lazy<BackendClient> _client = new(connect);
    private readonly ConcurrentDictionary<string, UploadedFile> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _session;

    public async Task<PreviewImage> DrawAsync(PreviewRequest request, CancellationToken cancellationToken) =>
        await _client.Value.PreviewAsync(await SessionAsync(cancellationToken), request, cancellationToken);

    /// <summary>A file that was handed over before, by the name under which it was.</summary>
    public UploadedFile? Find(string key) => _known.GetValueOrDefault(key);

    /// <param name="key">Tells this file apart from all others.</param>
    public async Task<UploadedFile> AddAsync(string key, UploadContent content, CancellationToken cancellationToken)
    {
        var files = await _client.Value.UploadAsync(await SessionAsync(cancellationToken), content, sentBytes: null, cancellationToken);
        return _known[key] = files[0];
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        _gate.Dispose();
    }

    private async Task<string> SessionAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _session ??= (await _client.Value.CreateSessionAsync("en", cancellationToken)).SessionId;
        }
        finally
        {
            _gate.Release();
        }
    }
}
