using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.TestKit;

/// <summary>A backend that answers what it was told to, in that order, and fails the test on anything else.</summary>
public sealed class ScriptedBackend : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<(string Method, string Path, ScriptedReply Reply, bool IsCertain)> _script = [];
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<string> _faults = [];
    private readonly WebApplication _app;
    private long _bytesReceived;

    private ScriptedBackend(WebApplication app)
    {
        _app = app;
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Of all request bodies, as they come in.</summary>
    public long BytesReceived => Interlocked.Read(ref _bytesReceived);

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <param name="socketPath">Listens on this Unix domain socket instead of a free loopback port.</param>
    public static async Task<ScriptedBackend> StartAsync(string? socketPath = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            if (socketPath is null)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenUnixSocket(socketPath);
            }
        });
        var app = builder.Build();
        var backend = new ScriptedBackend(app);
        app.Run(backend.HandleAsync);
        await app.StartAsync();
        return backend;
    }

    /// <summary>Adds one request to the end of the script.</summary>
    public ScriptedBackend Expect(string method, string path, ScriptedReply reply) => Add(method, path, reply, isCertain: true);

    /// <summary>As <see cref="Expect"/>, for a request that may break off before the backend hears of it.</summary>
    public ScriptedBackend Allow(string method, string path, ScriptedReply reply) => Add(method, path, reply, isCertain: false);

    /// <summary>Throws when a request came that was not told, or one that was told did not.</summary>
    public void Verify()
    {
        lock (_lock)
        {
            var faults = _faults.Concat(_script.Where(next => next.IsCertain).Select(next => $"missing: {next.Method} {next.Path}")).ToArray();
            if (faults.Length > 0)
            {
                throw new InvalidOperationException($"The script was not followed. {string.Join("; ", faults)}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Verify();
    }

    private ScriptedBackend Add(string method, string path, ScriptedReply reply, bool isCertain)
    {
        lock (_lock)
        {
            _script.Enqueue((method, path, reply, isCertain));
        }

        return this;
    }

    private async Task HandleAsync(HttpContext context)
    {
        ScriptedReply? reply = null;
        var asked = $"{context.Request.Method} {context.Request.Path}";
        lock (_lock)
        {
            while (_script.TryPeek(out var maybe) && !maybe.IsCertain && (maybe.Method != context.Request.Method || maybe.Path != context.Request.Path))
            {
                _script.Dequeue();
            }

            if (_script.TryPeek(out var next) && next.Method == context.Request.Method && next.Path == context.Request.Path)
            {
                reply = _script.Dequeue().Reply;
            }
            else
            {
                _faults.Add($"not expected: {asked}");
            }
        }

        var request = await RecordAsync(context, reply is null or { ReadsBody: true });
        lock (_lock)
        {
            _requests.Add(request);
        }

        if (reply is null)
        {
            context.Response.StatusCode = 599;
            return;
        }

        await reply.AnswerAsync(context);
    }

    private async Task<RecordedRequest> RecordAsync(HttpContext context, bool readsBody)
    {
        using var kept = new MemoryStream();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        if (readsBody)
        {
            context.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
            var buffer = new byte[64 * 1024];
            int read;
            try
            {
                while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
                {
                    kept.Write(buffer, 0, (int)Math.Min(read, RecordedRequest.KeptBytes - kept.Length));
                    digest.AppendData(buffer, 0, read);
                    length += read;
                    Interlocked.Add(ref _bytesReceived, read);
                }
            }
            catch (IOException)
            {
                // A client that breaks off is what some tests are about: what came is recorded.
            }
        }

        return new RecordedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            kept.ToArray(),
            length,
            Convert.ToHexStringLower(digest.GetHashAndReset()));
    }
}
