using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>A real studio on a socket of its own, spoken to with bare HTTP: what any client would see on the wire.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    /// <summary>A text that holds it crashes the process that draws letters.</summary>
    public const string CrashingWord = "kaboom";

    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<StudioEnd> _running = Task.FromResult(StudioEnd.Done);

    public HttpClient Http { get; private set; } = null!;

    public string SocketPath => _folder.File("s.sock");

    public string DataFolder => _folder.File("data");

    public async Task InitializeAsync()
    {
        var socketPath = SocketPath;
        _running = StudioHost.RunAsync(
            new StudioOptions
            {
                DataFolder = _folder.File("data"),
                SocketPath = socketPath,
                ProductVersion = "9.9.9",
                IdleLimit = null,
                ToolPath = "/usr/local/bin:/usr/bin:/bin",
                Lettering = LetteringVerb.Command(CrashingWord),
                LetteringFolders = LetteringVerb.Folders(),
            },
            logging => logging.ClearProviders(),
            _stop.Token);
        Http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri("http://studio/"),
        };
        await UntilItAnswersAsync();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync("client-1"));
        Http.DefaultRequestHeaders.Add("X-Skill-Source", "video-create-ai");
        Http.DefaultRequestHeaders.Add("X-Skill-Version", "9.9.9");
        Http.DefaultRequestHeaders.Add("X-Skill-Platform", "unknown");
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(30));
        Http.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    public async Task<string> TokenAsync(string clientId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/anonymous-token");
        request.Headers.Add("X-Client-Id", clientId);
        using var response = await Http.SendAsync(request);
        return (await JsonAsync(response)).GetProperty("data").GetProperty("token").GetString()!;
    }

    public async Task<string> SessionAsync()
    {
        var reply = await PostAsync("/api/tasks/me/with-session/nemo_agent", """{"task_name":"project","language":"en"}""");
        return reply.GetProperty("data").GetProperty("session_id").GetString()!;
    }

    /// <summary>Sends one message and gives the stream as it came.</summary>
    public async Task<string> SayAsync(string session, string message)
    {
        var body = $$$"""{"app_name":"nemo_agent","user_id":"me","session_id":"{{{session}}}","new_message":{"parts":[{"text":"{{{JsonEncodedText.Encode(message)}}}"}]}}""";
        using var response = await Http.PostAsync("/run_sse", Json(body));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<JsonElement> UploadPictureAsync(string session, string name, string colour) =>
        UploadDrawingAsync(session, name, $"color={colour}:s=320x240");

    /// <param name="source">A lavfi source or chain.</param>
    public async Task<JsonElement> UploadDrawingAsync(string session, string name, string source)
    {
        var path = _folder.File(Guid.NewGuid().ToString("N") + ".png");
        await MediaMaker.FfmpegAsync("-f", "lavfi", "-i", source, "-frames:v", "1", path);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "files", name } };
        using var response = await Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", form);
        return await JsonAsync(response);
    }

    public async Task<JsonElement> StateAsync(string session) =>
        (await GetAsync($"/api/state/nemo_agent/me/{session}/latest")).GetProperty("data").GetProperty("state");

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return await JsonAsync(response);
    }

    public async Task<JsonElement> PostAsync(string path, string body)
    {
        using var response = await Http.PostAsync(path, Json(body));
        return await JsonAsync(response);
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private async Task UntilItAnswersAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var response = await Http.GetAsync("/studio/version", limit.Token);
                return;
            }
            catch (HttpRequestException) when (!_running.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
            }
        }
    }
}
