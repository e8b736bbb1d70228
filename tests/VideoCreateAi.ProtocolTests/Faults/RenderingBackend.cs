using System.Net;
using System.Text;
using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>A backend of one project that renders in a few looks, and fails where a test says so.</summary>
internal sealed class RenderingBackend : HttpMessageHandler
{
    public const string SessionId = "sess_1";

    private readonly Lock _lock = new();
    private readonly List<string> _requests = [];

    /// <summary>Renders by id, with how often each was asked for since it was submitted.</summary>
    public Dictionary<string, int> Renders { get; } = [];

    public string Draft { get; set; } = """{"d":3000,"m":{"title":"Paradise"},"t":[{"tt":0,"sg":[{"s":0,"d":3000,"m":{"name":"a.jpg"}}]}]}""";

    public byte[] File { get; set; } = SmallMovie.Of(3);

    /// <summary>What a status says from the second look on, besides the id.</summary>
    public string Completed { get; set; } = """{"status":"completed","progress":100,"outputUrl":"/files/out.mp4"}""";

    /// <summary>Answers instead of this, for the number of the request among those to its kind of path: "state", "submit",
    /// "status" or "file". Null = no fault.</summary>
    public Func<string, int, HttpRequestMessage, HttpResponseMessage?> Fault { get; set; } = (_, _, _) => null;

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

    /// <summary>The drafts that were handed over for rendering, as their bytes were.</summary>
    public List<string> SubmittedDrafts { get; } = [];

    public int CountOf(string kind) => Requests.Count(request => request.StartsWith(kind + " ", StringComparison.Ordinal));

    public void ForgetRequests()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Html(HttpStatusCode status) =>
        new(status) { Content = new StringContent("<html>Bad Gateway</html>", Encoding.UTF8, "text/html") };

    /// <summary>The file, or what of it a range asks for, under the version "v1".</summary>
    public HttpResponseMessage WholeOrRest(HttpRequestMessage request)
    {
        var from = request.Headers.Range is { } range && request.Headers.IfRange?.EntityTag?.Tag == "\"v1\"" ? (int)range.Ranges.First().From! : 0;
        var reply = new HttpResponseMessage(from > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK) { Content = new ByteArrayContent(File[from..]) };
        reply.Content.Headers.ContentType = new("video/mp4");
        if (from > 0)
        {
            reply.Content.Headers.ContentRange = new(from, File.Length - 1, File.Length);
        }

        reply.Headers.ETag = new("\"v1\"");
        return reply;
    }

    /// <summary>The first bytes of the file, announced as all of it, and then the connection breaks.</summary>
    public HttpResponseMessage Cut(int bytes)
    {
        var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream(File.AsMemory(0, bytes))) };
        reply.Content.Headers.ContentType = new("video/mp4");
        reply.Content.Headers.ContentLength = File.Length;
        reply.Headers.ETag = new("\"v1\"");
        return reply;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var isStatus = path.StartsWith("/api/render/proxy/lambda/", StringComparison.Ordinal);
        var kind = path.StartsWith("/api/state/", StringComparison.Ordinal) ? "state"
            : request.Method == HttpMethod.Post ? "submit"
            : isStatus ? "status" : "file";
        var id = isStatus ? path.Split('/')[5] : "";
        if (kind == "submit")
        {
            using var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            id = body.RootElement.GetProperty("id").GetString()!;
            SubmittedDrafts.Add(body.RootElement.GetProperty("draft").GetRawText());
        }

        lock (_lock)
        {
            _requests.Add($"{kind} {(kind == "file" ? path : id)}");
        }

        return Fault(kind, CountOf(kind), request) ?? Answer(kind, id, request);
    }

    private HttpResponseMessage Answer(string kind, string id, HttpRequestMessage request)
    {
        switch (kind)
        {
            case "state":
                return Json($$$"""{"session_id":"{{{SessionId}}}","state":{"draft":{{{Draft}}}}}""");
            case "submit":
                return Submitted(id);
            case "file":
                return WholeOrRest(request);
        }

        if (!Renders.TryGetValue(id, out var looks))
        {
            return Json("""{"success":false,"error":"unknown render"}""", HttpStatusCode.NotFound);
        }

        Renders[id] = looks + 1;
        return looks == 0
            ? Json($$$"""{"success":true,"data":{"id":"{{{id}}}","status":"processing","progress":50}}""")
            : Json($$$"""{"success":true,"data":{{{Completed}}}}""");
    }

    public HttpResponseMessage Submitted(string id)
    {
        Renders.TryAdd(id, 0);
        return Json($$$"""{"success":true,"data":{"id":"{{{id}}}","status":"pending","progress":0}}""");
    }

    private sealed class BreakingStream(ReadOnlyMemory<byte> bytes) : MemoryStream(bytes.ToArray(), writable: false)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("Connection reset by peer");
    }
}
