using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Sessions;
using VideoCreateAi.Protocol.Turns;
using VideoCreateAi.Protocol.Uploads;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Evals;

/// <summary>A studio on a data directory of its own, spoken to as any client would: over HTTP.</summary>
internal sealed class StudioTalk : IAsyncDisposable
{
    private const string Tools = "/usr/local/bin:/usr/bin:/bin";

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_startPause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vca-evals-");
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private Task<StudioEnd> _running = Task.FromResult(StudioEnd.Done);

    public StudioTalk()
    {
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = new Uri("http://studio/"), Timeout = TimeSpan.FromMinutes(5) };
    }

    private string SocketPath => Path.Combine(_folder.FullName, "s.sock");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _running = StudioHost.RunAsync(
            new StudioOptions
            {
                DataFolder = Path.Combine(_folder.FullName, "data"),
                SocketPath = SocketPath,
                ProductVersion = "0.0.0",
                IdleLimit = null,
                ToolPath = Tools,
            },
            static logging => logging.ClearProviders(),
            _stop.Token);
        using var limit = new CancellationTokenSource(s_startLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (!await AnswersAsync(either.Token))
        {
            await Task.Delay(s_startPause, TimeProvider.System, either.Token);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.AnonymousToken);
        request.Headers.Add(ProtocolHeaders.ClientId, Guid.NewGuid().ToString());
        var token = await DataAsync(await _http.SendAsync(request, cancellationToken), cancellationToken);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
    }

    /// <returns>The id of an empty project's session.</returns>
    public async Task<string> NewSessionAsync(CancellationToken cancellationToken)
    {
        using var body = Json(JsonSerializer.Serialize(new SessionRequest(), WireJson.Default.SessionRequest));
        var session = await DataAsync(await _http.PostAsync(Routes.CreateSession, body, cancellationToken), cancellationToken);
        return session.GetProperty("session_id").GetString()!;
    }

    public async Task UploadAsync(string session, string name, string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), UploadReply.FieldName, name } };
        await DataAsync(await _http.PostAsync(Routes.Upload(session), form, cancellationToken), cancellationToken);
    }

    /// <returns>What the studio answers.</returns>
    public async Task<string> SayAsync(string session, string message, CancellationToken cancellationToken)
    {
        using var body = Json(JsonSerializer.Serialize(TurnRequest.Of(session, message), WireJson.Default.TurnRequest));
        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.RunSse) { Content = body };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return await RefusalAsync(response, cancellationToken);
        }

        var answer = new StringBuilder();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var sent in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            var told = JsonSerializer.Deserialize(sent.Data, WireJson.Default.AgentEvent)!;
            answer.Append(told.ErrorMessage).AppendJoin("", told.Content?.Parts.Select(part => part.Text) ?? []);
        }

        return answer.ToString();
    }

    /// <summary>Null when there is no timeline yet.</summary>
    public async Task<JsonElement?> DraftAsync(string session, CancellationToken cancellationToken)
    {
        var reply = await DataAsync(await _http.GetAsync(Routes.State(session), cancellationToken), cancellationToken);
        return reply.GetProperty("state").TryGetProperty("draft", out var draft) && draft.ValueKind == JsonValueKind.Object ? draft : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        if (_running.IsCompleted)
        {
            throw new IOException($"The studio did not start: {(await _running).Message}");
        }

        try
        {
            using var response = await _http.GetAsync(Routes.StudioVersion, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> DataAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            if (!response.IsSuccessStatusCode)
            {
                throw new IOException($"The studio refused a call: {await RefusalAsync(response, cancellationToken)}");
            }

            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return document.RootElement.GetProperty("data").Clone();
        }
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return document.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? "" : document.RootElement.GetRawText();
    }
}
