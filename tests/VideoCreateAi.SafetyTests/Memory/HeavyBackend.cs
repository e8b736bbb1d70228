using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.SafetyTests.Memory;

/// <summary>A backend on loopback that takes and gives as much as the test wants, made while it goes out, and writes down what it was
/// asked for.</summary>
internal sealed class HeavyBackend : IAsyncDisposable
{
    private const string Draft = """{"d":1000,"t":[{"tt":0,"sg":[{"s":0,"d":1000,"m":{"name":"beach.mp4"}}]}]}""";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _turnEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _received;

    private HeavyBackend(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Method and path of each request that came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Bytes of uploads.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Ends with the first turn: all of it was given, or nobody wanted more.</summary>
    public Task TurnEnded => _turnEnded.Task;

    /// <summary>How long the one line of the next turn is.</summary>
    public long LineBytes { get; set; }

    /// <summary>The finished file of every render: these bytes, and then a box of so many zeros.</summary>
    public (byte[] Movie, long Padding) Film { get; set; } = ([], 0);

    /// <summary>Answers reading the credits with a body that unpacks to so many bytes; 0 = with the credits.</summary>
    public long PackedBytes { get; set; }

    /// <summary>Given to whoever asks for one; null = nobody gets one now.</summary>
    public string? StarterToken { get; set; }

    public static async Task<HeavyBackend> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var backend = new HeavyBackend(app);
        app.Run(backend.HandleAsync);
        await app.StartAsync();
        return backend;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _requests.Enqueue($"{context.Request.Method} {path}");
        return path switch
        {
            Routes.AnonymousToken => GiveTokenAsync(context),
            Routes.CreateSession => JsonAsync(context, """{"code":0,"data":{"task_id":"task1","session_id":"s1","user_id":"user1"}}"""),
            Routes.CreditBalance => PackedBytes > 0 ? PackedAsync(context) : JsonAsync(context, """{"code":0,"data":{"available":100,"frozen":0,"total":100}}"""),
            Routes.RunSse => TurnAsync(context),
            Routes.SubmitRender => JsonAsync(context, Render(context, "r1")),
            _ when path == Routes.State("s1") => JsonAsync(context, $$"""{"code":0,"data":{"session_id":"s1","state":{"draft":{{Draft}},"video_infos":[]} } }"""),
            _ when path == Routes.Upload("s1") => TakeAsync(context),
            _ when path.StartsWith(Routes.SubmitRender, StringComparison.Ordinal) => JsonAsync(context, Render(context, path[(path.LastIndexOf('/') + 1)..])),
            _ when path.EndsWith("/download", StringComparison.Ordinal) => GiveFilmAsync(context),
            _ => NotHereAsync(context),
        };
    }

    private static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static Task NotHereAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return JsonAsync(context, """{"code":404,"message":"not here"}""");
    }

    private Task GiveTokenAsync(HttpContext context)
    {
        if (StarterToken is { } token)
        {
            return JsonAsync(context, $$"""{"code":0,"data":{"token":"{{token}}","user_id":"user1","credits":100} }""");
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "604800";
        return JsonAsync(context, """{"code":429,"message":"one token per client"}""");
    }

    private string Render(HttpContext context, string id)
    {
        var size = Film.Movie.Length + BoxHead.Length + Film.Padding;
        return FormattableString.Invariant(
            $$$"""{"code":0,"data":{"taskId":"{{{id}}}","status":"completed","progress":100,"output":{"url":"http://{{{context.Request.Host}}}{{{Routes.DownloadRender(id)}}}","size":{{{size}}},"duration":1.0} } }""");
    }

    private byte[] BoxHead => [0, 0, 0, 1, .. "free"u8, .. BitConverter.GetBytes(Film.Padding + 16).Reverse()];

    private async Task TakeAsync(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
        {
            Interlocked.Add(ref _received, read);
        }

        await JsonAsync(context, """{"code":0,"data":{"files":[{"filename":"long.wav","file_type":"audio"}]}}""");
    }

    private async Task TurnAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("data: {\"type\":\"text\",\"content\":\"");
        await GiveAsync(context.Response.Body, LineBytes, (byte)'x', context.RequestAborted);
        await context.Response.WriteAsync("\"}\n\n");
        _turnEnded.TrySetResult();
    }

    private async Task GiveFilmAsync(HttpContext context)
    {
        context.Response.ContentType = "video/mp4";
        context.Response.ContentLength = Film.Movie.Length + BoxHead.Length + Film.Padding;
        await context.Response.Body.WriteAsync(Film.Movie);
        await context.Response.Body.WriteAsync(BoxHead);
        await GiveAsync(context.Response.Body, Film.Padding, 0, context.RequestAborted);
    }

    /// <summary>Nobody asked for it packed.</summary>
    private async Task PackedAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await GiveAsync(packed, PackedBytes, (byte)' ', context.RequestAborted);
    }

    private static async Task GiveAsync(Stream body, long length, byte letter, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill(letter);
        try
        {
            for (var left = length; left > 0; left -= piece.Length)
            {
                await body.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), cancellationToken);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // Whoever asked has had enough.
        }
    }
}
