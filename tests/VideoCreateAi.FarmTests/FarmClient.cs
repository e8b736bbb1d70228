using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.Protocol.Sessions;
using VideoCreateAi.Protocol.State;
using VideoCreateAi.Protocol.Turns;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.FarmTests;

/// <summary>A user of the farm, who asks another API node when one does not answer.</summary>
internal sealed class FarmClient(IReadOnlyList<FarmNode> nodes, string key) : IDisposable
{
    private readonly HttpClient _http = NewHttp(key);

    public void Dispose() => _http.Dispose();

    /// <summary>Sends to one node, without a second try.</summary>
    public Task<HttpResponseMessage> SendAsync(FarmNode node, HttpMethod method, string path, HttpContent? content = null) =>
        _http.SendAsync(new HttpRequestMessage(method, new Uri(node.Address, path)) { Content = content });

    public async Task<string> CreateProjectAsync(IEnumerable<string> pictures, string message)
    {
        using var made = await AskAsync(HttpMethod.Post, Routes.CreateSession, () => JsonContent.Create(new SessionRequest { TaskName = "farm" }, WireJson.Default.SessionRequest));
        var session = (await made.Content.ReadFromJsonAsync(WireJson.Default.EnvelopeBackendSession))!.Data!.SessionId;
        foreach (var picture in pictures)
        {
            using var uploaded = await AskAsync(HttpMethod.Post, Routes.Upload(session), () => Form(picture));
            Assert.True(uploaded.IsSuccessStatusCode, await uploaded.Content.ReadAsStringAsync());
        }

        await SayAsync(session, message);
        return session;
    }

    public async Task SayAsync(string session, string message)
    {
        using var said = await AskAsync(HttpMethod.Post, Routes.RunSse, () => JsonContent.Create(TurnRequest.Of(session, message), WireJson.Default.TurnRequest));
        Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
    }

    public async Task<ProjectState> StateAsync(string session)
    {
        using var reply = await AskAsync(HttpMethod.Get, Routes.State(session), () => null);
        return (await reply.Content.ReadFromJsonAsync(WireJson.Default.EnvelopeStateReply))!.Data!.State!;
    }

    public async Task<HttpResponseMessage> SubmitAsync(string id, string session, JsonElement draft, RenderOutput output) => await AskAsync(
        HttpMethod.Post, Routes.SubmitRender,
        () => JsonContent.Create(new RenderRequest { Id = id, SessionId = session, Draft = draft, Output = output }, WireJson.Default.RenderRequest));

    public async Task<RenderStatus> StatusAsync(string id)
    {
        using var reply = await AskAsync(HttpMethod.Get, Routes.RenderStatus(id), () => null);
        return (await reply.Content.ReadFromJsonAsync(WireJson.Default.RenderEnvelope))!.Data!;
    }

    public async Task<RenderStatus> EndOfAsync(string id, TimeSpan limit)
    {
        for (var begun = System.Diagnostics.Stopwatch.GetTimestamp(); ;)
        {
            var status = await StatusAsync(id);
            if (status.Status is not (RenderStatus.Pending or RenderStatus.Processing))
            {
                return status;
            }

            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(begun) < limit, $"{id} did not end: {status.Status}, {status.Progress} %.");
            await Task.Delay(150);
        }
    }

    public async Task CancelAsync(string id)
    {
        using var reply = await AskAsync(HttpMethod.Post, Routes.CancelRender(id), () => null);
        Assert.True(reply.IsSuccessStatusCode);
    }

    public async Task<byte[]> DownloadAsync(string id)
    {
        using var reply = await AskAsync(HttpMethod.Get, Routes.DownloadRender(id), () => null);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        return await reply.Content.ReadAsByteArrayAsync();
    }

    public static MultipartFormDataContent Form(string path) => Form(new ByteArrayContent(File.ReadAllBytes(path)), path);

    public static MultipartFormDataContent Form(HttpContent content, string path)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { content, UploadReply.FieldName, Path.GetFileName(path) } };
    }

    // An API node that is gone or has no database now is no reason to give up: that is what the other one is for.
    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, Func<HttpContent?> content)
    {
        for (var attempt = 0; ; attempt++)
        {
            var node = nodes[attempt % nodes.Count];
            try
            {
                var reply = await SendAsync(node, method, path, content());
                if ((int)reply.StatusCode < 500 || attempt >= 40)
                {
                    return reply;
                }

                reply.Dispose();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException && attempt < 40)
            {
                // The next one is asked.
            }

            await Task.Delay(200);
        }
    }

    private static HttpClient NewHttp(string key)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var header in (string[])[ProtocolHeaders.SkillSource, ProtocolHeaders.SkillVersion, ProtocolHeaders.SkillPlatform])
        {
            http.DefaultRequestHeaders.Add(header, "test");
        }

        return http;
    }
}
