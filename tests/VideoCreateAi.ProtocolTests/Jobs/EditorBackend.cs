using System.Net;
using System.Text;
using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>A backend in memory with one project: what it answers to a message is the test's choice, the rest is plain.</summary>
internal sealed class EditorBackend : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<string> _messages = [];
    private readonly List<string> _requests = [];
    private readonly List<JsonElement> _submits = [];

    /// <summary>Answers a message; null = with "Done." and nothing else.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>>? OnMessage { get; set; }

    public string? Draft { get; set; }

    public int Credits { get; set; } = 100;

    public int Frozen { get; set; }

    /// <summary>What reading the state answers instead of the state.</summary>
    public Func<HttpResponseMessage?>? OnState { get; set; }

    /// <summary>Before an older draft becomes the project's, as only the studio can do it.</summary>
    public Func<Task>? OnRestore { get; set; }

    public Func<string, HttpResponseMessage?>? OnOther { get; set; }

    /// <summary>Answers an upload, which has its number from 1 on.</summary>
    public Func<int, Task<HttpResponseMessage>>? OnUpload { get; set; }

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Bodies of the renders that were submitted, in order.</summary>
    public IReadOnlyList<JsonElement> Submits
    {
        get
        {
            lock (_lock)
            {
                return [.. _submits];
            }
        }
    }

    /// <summary>Method and path of each, in order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public static string DraftWith(params string[] titles)
    {
        var texts = string.Join(',', titles.Select(title => $$$"""{"s":0,"d":3000,"m":{"text":"{{{title}}}","position":"top"}}"""));
        return $$$"""{"d":10000,"t":[{"tt":0,"sg":[{"s":0,"d":10000,"m":{"name":"beach.mp4"}}]},{"tt":7,"sg":[{{{texts}}}]}]}""";
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    public static HttpResponseMessage Stream(params string[] events) => Stream(new MemoryStream(Encoding.UTF8.GetBytes(Text(events))));

    public static HttpResponseMessage Stream(Stream body) => new(HttpStatusCode.OK)
    {
        Content = new StreamContent(body) { Headers = { ContentType = new("text/event-stream") } },
    };

    public static string Text(params string[] events) => string.Concat(events.Select(one => $"data: {one}\n\n"));

    /// <summary>The events arrive and then the connection breaks.</summary>
    public static HttpResponseMessage Broken(params string[] events) => Stream(new BreakingStream(Encoding.UTF8.GetBytes(Text(events))));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            _requests.Add($"{request.Method} {path}");
            if (path == "/api/render/proxy/lambda")
            {
                _submits.Add(JsonElement.Parse(body));
            }
        }

        if (OnOther?.Invoke(path) is { } other)
        {
            return other;
        }

        switch (path)
        {
            case "/run_sse":
                var text = JsonDocument.Parse(body).RootElement.GetProperty("new_message").GetProperty("parts")[0].GetProperty("text").GetString()!;
                lock (_lock)
                {
                    _messages.Add(text);
                }

                return OnMessage is null ? Stream("""{"type":"text","content":"Done."}""") : await OnMessage(text, cancellationToken);
            case "/api/tasks/me/with-session/nemo_agent":
                return Json("""{"code":0,"data":{"task_id":"task1","session_id":"session1","user_id":"user1"}}""");
            case "/api/credits/balance/simple":
                return Json($$$"""{"code":0,"data":{"available":{{{Credits}}},"frozen":{{{Frozen}}},"total":{{{Credits + Frozen}}}}}""");
            case "/studio/projects/session1/draft":
                await (OnRestore?.Invoke() ?? Task.CompletedTask);
                Draft = body is "{}" ? null : body;
                return Json("""{"code":0,"data":{"session_id":"session1"}}""");
            case var upload when upload.StartsWith("/api/upload-video/", StringComparison.Ordinal) && OnUpload is not null:
                return await OnUpload(Requests.Count(request => request.EndsWith(upload, StringComparison.Ordinal))).WaitAsync(cancellationToken);
            case var state when state.StartsWith("/api/state/", StringComparison.Ordinal):
                return OnState?.Invoke() ?? Json($$$"""{"code":0,"data":{"session_id":"session1","state":{"draft":{{{Draft ?? "null"}}} } } }""");
            default:
                return Json("""{"code":404,"message":"not here"}""", HttpStatusCode.NotFound);
        }
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection was reset.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
