using System.Collections.Concurrent;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>The studio on this machine as a drawing desk while another backend has the projects: files are handed to a
/// project that nobody sees, drawn, and taken away again. Nothing is started before the first picture is asked for.</summary>
/// <param name="connect">Makes the client; disposed with this.</param>
internal sealed class LocalStudio(Func<BackendClient> connect, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

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

    /// <summary>Draws files in a project of their own, which is gone afterwards.</summary>
    /// <param name="open">Opens each when its turn has come; its stream is closed here.</param>
    /// <param name="request">What to ask for, once the studio has told of the files.</param>
    public async Task<PreviewImage> DrawOnceAsync(
        IReadOnlyList<Func<UploadContent>> open, Func<IReadOnlyList<UploadedFile>, PreviewRequest> request, CancellationToken cancellationToken)
    {
        var session = (await _client.Value.CreateSessionAsync("en", cancellationToken)).SessionId;
        try
        {
            List<UploadedFile> files = [];
            foreach (var one in open)
            {
                var content = one();
                await using var stream = content.Content;
                files.AddRange(await _client.Value.UploadAsync(session, content, sentBytes: null, cancellationToken));
            }

            return await _client.Value.PreviewAsync(session, request(files), cancellationToken);
        }
        finally
        {
            await TakeAwayAsync(session);
        }
    }

    /// <summary>The files that were handed over go with the server that needed them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_client.IsValueCreated)
        {
            if (_session is { } session)
            {
                await TakeAwayAsync(session);
            }

            _client.Value.Dispose();
        }

        _gate.Dispose();
    }

    private async Task TakeAwayAsync(string session)
    {
        using var limit = new CancellationTokenSource(s_farewell, clock);
        try
        {
            await _client.Value.DeleteProjectAsync(session, limit.Token);
        }
        catch (Exception exception) when (exception is BackendException or OperationCanceledException)
        {
            // It stays as an old project of the studio's; nobody is kept waiting for that.
        }
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
