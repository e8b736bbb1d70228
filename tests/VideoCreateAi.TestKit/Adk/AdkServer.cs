using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.TestKit.Adk;

/// <summary>An agent server as Google's ADK runs one, behind the protocol's paths: bare replies in camelCase, refusals as
/// <c>detail</c>, and streams that were recorded from a real one.</summary>
public sealed class AdkServer : IAsyncDisposable
{
    public const string Token = "adk-token-1";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AdkSession> _sessions = [];
    private readonly Dictionary<string, (byte[] Draft, bool IsCancelled)> _renders = [];
    private readonly WebApplication _app;
    private readonly Func<string, AdkTurn> _agent;
    private readonly CloudFilm _film;
    private int _turns;

    private AdkServer(WebApplication app, CloudFilm film, Func<string, AdkTurn> agent)
    {
        _app = app;
        _film = film;
        _agent = agent;
    }

    public Uri Address => new(_app.Urls.First());

    public AdkSession Session
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Values.Single();
            }
        }
    }

    /// <summary>The drafts that came in to be rendered, as bytes.</summary>
    public IReadOnlyList<byte[]> RenderedDrafts
    {
        get
        {
            lock (_lock)
            {
                return [.. _renders.Values.Select(render => render.Draft)];
            }
        }
    }

    public int Turns => Volatile.Read(ref _turns);

    public static async Task<AdkServer> StartAsync(CloudFilm film, Func<string, AdkTurn> agent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var server = new AdkServer(app, film, agent);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>All sessions are gone, as after a restart of a server that keeps them in memory.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _sessions.Clear();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Server = "uvicorn";
        string[] parts = [.. context.Request.Path.Value!.TrimStart('/').Split('/')];
        if (parts is not ["api", "auth", "anonymous-token"] && context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            return DetailAsync(context, 401, "\"Not authenticated\"");
        }

        return (context.Request.Method, parts) switch
        {
            ("POST", ["api", "auth", "anonymous-token"]) => JsonAsync(context, $$"""{"token": "{{Token}}", "userId": "me", "expiresAt": null}"""),
            ("POST", ["api", "tasks", "me", "with-session", "nemo_agent"]) => CreateSessionAsync(context),
            ("POST", ["api", "upload-video", "nemo_agent", "me", var session]) => UploadAsync(context, session),
            ("GET", ["api", "state", "nemo_agent", "me", var session, "latest"]) => StateAsync(context, session),
            ("GET", ["api", "credits", "balance", "simple"]) => JsonAsync(context, """{"available": 500, "frozen": 0, "total": 500}"""),
            ("POST", ["run_sse"]) => RunAsync(context),
            ("POST", ["api", "render", "proxy", "lambda"]) => SubmitAsync(context),
            ("GET", ["api", "render", "proxy", "lambda", var id]) => RenderAsync(context, id),
            ("POST", ["api", "render", "proxy", "lambda", var id, "cancel"]) => CancelAsync(context, id),
            ("GET", ["api", "render", "proxy", var id, "download"]) => DownloadAsync(context, id),
            _ => DetailAsync(context, 404, "\"Not Found\""),
        };
    }

    private Task CreateSessionAsync(HttpContext context)
    {
        var session = new AdkSession($"s-{Guid.NewGuid():N}");
        lock (_lock)
        {
            _sessions.Add(session.Id, session);
        }

        return JsonAsync(context, $$"""{"sessionId": "{{session.Id}}", "taskId": "t-1", "appName": "nemo_agent", "userId": "me", "state": {}, "events": [], "lastUpdateTime": 1795334919.7}""");
    }

    private async Task UploadAsync(HttpContext context, string id)
    {
        if (Find(id) is not { } session)
        {
            await DetailAsync(context, 404, "\"Session not found\"");
            return;
        }

        var names = context.Request.ContentLength > 500L * 1024 * 1024
            ? null
            : (await context.Request.ReadFormAsync()).Files.GetFiles("files").Select(file => file.FileName).ToArray();
        if (names is null)
        {
            context.Response.Headers.Connection = "close";
            await DetailAsync(context, 413, "\"Request Entity Too Large\"");
        }
        else if (names.Any(name => Path.GetExtension(name) is ".exe" or ".txt"))
        {
            await DetailAsync(context, 415, "\"Unsupported Media Type\"");
        }
        else
        {
            lock (_lock)
            {
                session.Uploads.AddRange(names);
            }

            await JsonAsync(context, $$"""{"files": [{{string.Join(", ", names.Select(Words))}}], "sessionStateApplied": true}""");
        }
    }

    private Task StateAsync(HttpContext context, string id)
    {
        if (Find(id) is not { } session)
        {
            return DetailAsync(context, 404, "\"Session not found\"");
        }

        lock (_lock)
        {
            var draft = session.Tracks.Count == 0 ? "" : $"\"draft\": {session.Draft}, ";
            return JsonAsync(context, $$"""
                {"id": "{{id}}", "appName": "nemo_agent", "userId": "me", "sessionId": "{{id}}", "taskName": "project", "state": { {{draft}}"videoInfos": [{{string.Join(", ", session.Uploads.Select(Words))}}]}, "events": [], "lastUpdateTime": 1795334919.9}
                """);
        }
    }

    private async Task RunAsync(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var root = asked.RootElement;
        foreach (var name in (string[])["app_name", "user_id", "session_id", "new_message"])
        {
            if (!root.TryGetProperty(name, out _))
            {
                await DetailAsync(context, 422, $$$"""[{"type": "missing", "loc": ["body", "{{{name}}}"], "msg": "Field required", "input": {}}]""");
                return;
            }
        }

        if (Find(root.GetProperty("session_id").GetString()!) is not { } session)
        {
            await DetailAsync(context, 404, "\"Session not found\"");
            return;
        }

        Interlocked.Increment(ref _turns);
        var message = root.GetProperty("new_message").GetProperty("parts")[0].GetProperty("text").GetString()!;
        var turn = _agent(message);
        lock (_lock)
        {
            session.Messages.Add(message);
            session.Tracks = turn.Change?.Invoke(session.Tracks) ?? session.Tracks;
        }

        if (turn.Stream is not { } stream)
        {
            await TextAsync(context, 500, "Internal Server Error");
            return;
        }

        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.StartAsync();
        for (var (at, size) = (0, 1); at < stream.Length; at += size, size = (size * 7 % 113) + 1)
        {
            if (at > turn.BreaksAfter)
            {
                context.Abort();
                return;
            }

            await context.Response.Body.WriteAsync(stream.AsMemory(at, Math.Min(size, stream.Length - at)));
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task SubmitAsync(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var id = asked.RootElement.GetProperty("id").GetString()!;
        if (Find(asked.RootElement.GetProperty("sessionId").GetString()!) is null)
        {
            await DetailAsync(context, 404, "\"Session not found\"");
            return;
        }

        lock (_lock)
        {
            _renders.TryAdd(id, (JsonMarshal.GetRawUtf8Value(asked.RootElement.GetProperty("draft")).ToArray(), false));
        }

        await RenderAsync(context, id);
    }

    private Task RenderAsync(HttpContext context, string id)
    {
        lock (_lock)
        {
            return _renders.TryGetValue(id, out var render)
                ? JsonAsync(context, $$"""{"id": "{{id}}", "status": "{{(render.IsCancelled ? "canceled" : "completed")}}", "progress": 100, "outputUrl": "/api/render/proxy/{{id}}/download"}""")
                : DetailAsync(context, 404, "\"Render not found\"");
        }
    }

    /// <summary>A handler that returns nothing is answered as <c>null</c>.</summary>
    private Task CancelAsync(HttpContext context, string id)
    {
        lock (_lock)
        {
            _renders[id] = (_renders[id].Draft, true);
        }

        return JsonAsync(context, "null");
    }

    private async Task DownloadAsync(HttpContext context, string id)
    {
        bool isThere;
        lock (_lock)
        {
            isThere = _renders.TryGetValue(id, out var render) && !render.IsCancelled;
        }

        if (!isThere)
        {
            await DetailAsync(context, 404, "\"Render not found\"");
            return;
        }

        context.Response.ContentType = "video/mp4";
        context.Response.ContentLength = _film.Bytes.Length;
        await context.Response.Body.WriteAsync(_film.Bytes);
    }

    private AdkSession? Find(string id)
    {
        lock (_lock)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }

    private static string Words(string name) =>
        $$"""{"fileName": "{{JsonEncodedText.Encode(name)}}", "fileType": "image", "width": 320, "height": 240, "duration": null}""";

    private static Task DetailAsync(HttpContext context, int status, string detail) => JsonAsync(context, $$$"""{"detail": {{{detail}}}}""", status);

    private static Task TextAsync(HttpContext context, int status, string text) => SendAsync(context, text, status, "text/plain; charset=utf-8");

    private static Task JsonAsync(HttpContext context, string json, int status = 200) => SendAsync(context, json, status, "application/json");

    private static Task SendAsync(HttpContext context, string text, int status, string mediaType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }
}
