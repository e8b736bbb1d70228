using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Studio;

public sealed class StudioOnTheWire(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task A_starter_token_says_100_credits_and_7_days()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/anonymous-token");
        request.Headers.Add("X-Client-Id", "client-2");
        using var response = await studio.Http.SendAsync(request);
        var reply = await StudioFixture.JsonAsync(response);

        Assert.Equal(0, reply.GetProperty("code").GetInt32());
        Assert.Equal(100, reply.GetProperty("data").GetProperty("credits").GetInt32());
        Assert.StartsWith("nmv_usr_", reply.GetProperty("data").GetProperty("token").GetString(), StringComparison.Ordinal);
        Assert.Equal(7, Math.Round((reply.GetProperty("data").GetProperty("expires_at").GetDateTimeOffset() - DateTimeOffset.UtcNow).TotalDays));
    }

    [Fact]
    public async Task Without_a_client_id_there_is_no_token()
    {
        using var response = await studio.Http.PostAsync("/api/auth/anonymous-token", null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(400, (await StudioFixture.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task An_unknown_token_is_answered_1001()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/credits/balance/simple");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "nmv_usr_wrong");
        using var response = await studio.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(1001, (await StudioFixture.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("ses_unknown")]
    [InlineData("..%2F..%2Fcredits")]
    public async Task An_unknown_session_is_answered_1002(string session)
        => Assert.Equal(1002, (await studio.GetAsync($"/api/state/nemo_agent/me/{session}/latest")).GetProperty("code").GetInt32());

    [Fact]
    public async Task A_session_of_somebody_else_does_not_exist()
    {
        var session = await studio.SessionAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/state/nemo_agent/me/{session}/latest");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await studio.TokenAsync("client-3"));
        using var response = await studio.Http.SendAsync(request);

        Assert.Equal(1002, (await StudioFixture.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Credits_are_a_hundred_and_nothing_takes_any()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "make a 2 second video");
        var balance = (await studio.GetAsync("/api/credits/balance/simple")).GetProperty("data");

        Assert.Equal((100, 0, 100), (balance.GetProperty("available").GetInt32(), balance.GetProperty("frozen").GetInt32(), balance.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_new_session_has_no_draft()
    {
        var state = await studio.StateAsync(await studio.SessionAsync());

        Assert.False(state.TryGetProperty("draft", out var draft) && draft.ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task An_upload_is_probed_and_listed_in_the_state()
    {
        var session = await studio.SessionAsync();
        var file = (await studio.UploadPictureAsync(session, "red dawn.png", "red")).GetProperty("data").GetProperty("files")[0];
        var state = await studio.StateAsync(session);

        Assert.Equal(
            ("red dawn.png", "image", 320, 240),
            (file.GetProperty("filename").GetString(), file.GetProperty("file_type").GetString(), file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32()));
        Assert.Equal("red dawn.png", state.GetProperty("video_infos")[0].GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Text_named_like_a_video_is_answered_4001_with_the_accepted_list()
    {
        var session = await studio.SessionAsync();
        using var form = new MultipartFormDataContent { { new StringContent("#EXTM3U\nfile:///etc/passwd"), "files", "x.mp4" } };
        using var response = await studio.Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", form);
        var reply = await StudioFixture.JsonAsync(response);

        Assert.Equal(4001, reply.GetProperty("code").GetInt32());
        Assert.Contains("mp4, mov, avi", reply.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty((await studio.StateAsync(session)).GetProperty("video_infos").EnumerateArray());
    }

    [Fact]
    public async Task One_bad_file_of_an_upload_leaves_none_of_it()
    {
        var session = await studio.SessionAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(await PictureAsync()), "files", "good.png" },
            { new StringContent("no picture"), "files", "bad.png" },
        };
        using var response = await studio.Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await studio.StateAsync(session)).GetProperty("video_infos").EnumerateArray());
    }

    [Fact]
    public async Task A_turn_streams_a_tool_call_its_result_and_the_answer_as_agent_events()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        var events = EventsOf(await studio.SayAsync(session, "make a 4 second video with the title 'Hi'"));

        Assert.All(events, each => Assert.Equal("nemo_agent", each.GetProperty("author").GetString()));
        Assert.Single(events.Select(each => each.GetProperty("invocationId").GetString()).Distinct());
        Assert.Equal("edit_timeline", PartOf(events[0]).GetProperty("functionCall").GetProperty("name").GetString());
        Assert.Equal("ok", PartOf(events[1]).GetProperty("functionResponse").GetProperty("response").GetProperty("status").GetString());
        Assert.Contains("Hi", PartOf(events[^1]).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_then_holds_the_draft_in_the_documented_form()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.UploadPictureAsync(session, "b.png", "blue");
        await studio.SayAsync(session, "make a 4 second vertical video with crossfades and the title 'Hi' for the first 2 seconds");
        var state = await studio.StateAsync(session);
        var draft = state.GetProperty("draft");
        var main = draft.GetProperty("t")[0];

        Assert.Equal((1, 4000), (draft.GetProperty("v").GetInt32(), draft.GetProperty("d").GetInt32()));
        Assert.Equal(0, main.GetProperty("tt").GetInt32());
        Assert.Equal("9:16", state.GetProperty("canvas_config").GetProperty("ratio").GetString());
        var (first, second) = (main.GetProperty("sg")[0], main.GetProperty("sg")[1]);
        Assert.Equal(
            second.GetProperty("m").GetProperty("transition").GetProperty("d").GetInt32(),
            first.GetProperty("s").GetInt32() + first.GetProperty("d").GetInt32() - second.GetProperty("s").GetInt32());
        Assert.Contains(draft.GetProperty("t").EnumerateArray(), track => track.GetProperty("tt").GetInt32() == 7);
    }

    [Fact]
    public async Task Undo_twice_undoes_twice()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "make a 4 second video");
        var first = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        await studio.SayAsync(session, "add the title 'One'");
        await studio.SayAsync(session, "make it vertical");
        await studio.SayAsync(session, "undo");
        await studio.SayAsync(session, "undo");

        Assert.Equal(first, (await studio.StateAsync(session)).GetProperty("draft").GetRawText());
    }

    [Fact]
    public async Task A_render_without_the_attribution_headers_is_answered_402()
    {
        using var bare = new HttpRequestMessage(HttpMethod.Post, "/api/render/proxy/lambda") { Content = StudioFixture.Json("{}") };
        bare.Headers.Add("X-Skill-Version", "");
        bare.Headers.Authorization = studio.Http.DefaultRequestHeaders.Authorization;
        using var response = await studio.Http.SendAsync(bare);

        Assert.Equal(HttpStatusCode.PaymentRequired, response.StatusCode);
        Assert.Equal(402, (await StudioFixture.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("""{"format":"zip"}""", "unsupported_output")]
    [InlineData("""{"format":"srt"}""", "unsupported_output")]
    [InlineData("""{"format":"jpg","at_ms":-1}""", "unsupported_output")]
    [InlineData("""{"format":"mp4","fps":1000}""", "unsupported_output")]
    [InlineData("""{"format":"mp4","width":1080}""", "unsupported_output")]
    public async Task An_output_that_cannot_be_made_is_refused_in_words(string output, string error)
    {
        var reply = await SubmitAsync(await ReadySessionAsync(), NewRenderId(), output);

        Assert.Equal(error, reply.GetProperty("error").GetString());
        Assert.NotEmpty(reply.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task An_empty_timeline_is_not_rendered()
    {
        var session = await studio.SessionAsync();
        var reply = await studio.PostAsync("/api/render/proxy/lambda", $$$"""{"id":"{{{NewRenderId()}}}","sessionId":"{{{session}}}","draft":{},"output":{"format":"mp4"}}""");

        Assert.Equal("timeline_empty", reply.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_render_ends_as_a_file_that_can_be_fetched_whole_or_in_ranges()
    {
        var id = NewRenderId();
        var session = await ReadySessionAsync();
        var submitted = await SubmitAsync(session, id, Small);
        var again = await SubmitAsync(session, id, Small);
        var done = await UntilEndedAsync(id);
        var whole = await studio.Http.GetByteArrayAsync(done.GetProperty("outputUrl").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/render/proxy/{id}/download");
        request.Headers.Range = new RangeHeaderValue(100, 199);
        using var part = await studio.Http.SendAsync(request);

        Assert.True(submitted.GetProperty("success").GetBoolean());
        Assert.Equal(id, again.GetProperty("data").GetProperty("id").GetString());
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(done.GetProperty("size").GetInt64(), whole.Length);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("mp3", "audio/mpeg", "ID3")]
    [InlineData("wav", "audio/wav", "RIFF")]
    [InlineData("jpg", "image/jpeg", "\u00FF\u00D8")]
    [InlineData("png", "image/png", "\u0089PNG")]
    public async Task A_part_of_a_video_is_a_file_of_its_own_kind(string format, string type, string beginning)
    {
        var id = NewRenderId();
        await SubmitAsync(await ReadySessionAsync("add calm music"), id, $$"""{"format":"{{format}}"}""");
        var done = await UntilEndedAsync(id);
        using var download = await studio.Http.GetAsync(done.GetProperty("outputUrl").GetString());
        using var sheet = await studio.Http.GetAsync($"/studio/renders/{id}/sheet");

        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(type, download.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(beginning, System.Text.Encoding.Latin1.GetString(await download.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(format is "jpg" or "png" ? HttpStatusCode.OK : HttpStatusCode.NotFound, sheet.StatusCode);
    }

    [Fact]
    public async Task Sound_that_is_not_there_is_told_by_its_code()
    {
        var id = NewRenderId();
        await SubmitAsync(await ReadySessionAsync(), id, """{"format":"mp3"}""");

        Assert.Equal("no_sound", (await UntilEndedAsync(id)).GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Whoever_has_the_socket_is_told_where_the_files_of_a_project_lie()
    {
        var session = await ReadySessionAsync();
        var known = (await studio.StateAsync(session)).GetProperty("video_infos")[0].GetProperty("cdn_url").GetString();

        var place = (await studio.GetAsync($"/studio/projects/{session}/media")).GetProperty("data").GetProperty("media")[0];

        Assert.Equal(known, "media:" + place.GetProperty("id").GetString());
        Assert.True(File.Exists(place.GetProperty("path").GetString()));
        Assert.False(place.GetProperty("has_sound").GetBoolean());
    }

    [Fact]
    public async Task A_cancelled_render_ends_as_cancelled_and_leaves_no_file()
    {
        var id = NewRenderId();
        await SubmitAsync(await ReadySessionAsync("make it 60 seconds long"), id, """{"format":"mp4"}""");
        await studio.PostAsync($"/api/render/proxy/lambda/{id}/cancel", "");
        var ended = await UntilEndedAsync(id);
        using var download = await studio.Http.GetAsync($"/api/render/proxy/{id}/download");

        Assert.Equal("cancelled", ended.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
    }

    [Fact]
    public async Task An_unknown_render_is_answered_404()
    {
        using var response = await studio.Http.GetAsync("/api/render/proxy/lambda/render_unknown");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private const string Small = """{"format":"mp4","quality":"draft","width":128,"height":128,"fps":10}""";

    private static string NewRenderId() => "render_" + Guid.NewGuid().ToString("N");

    private static List<JsonElement> EventsOf(string stream) =>
        [.. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(block => block.StartsWith("data: ", StringComparison.Ordinal))
            .Select(block => JsonDocument.Parse(block["data: ".Length..]).RootElement)];

    private static JsonElement PartOf(JsonElement agentEvent) => agentEvent.GetProperty("content").GetProperty("parts")[0];

    private static async Task<byte[]> PictureAsync()
    {
        var path = Path.GetTempFileName();
        await MediaMaker.FfmpegAsync("-f", "lavfi", "-i", "color=green:s=64x64", "-frames:v", "1", "-f", "image2", "-c:v", "png", path);
        var bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }

    private async Task<string> ReadySessionAsync(string more = "make it 1 second long")
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "make a slideshow");
        await studio.SayAsync(session, more);
        return session;
    }

    private async Task<JsonElement> SubmitAsync(string session, string id, string output)
    {
        var draft = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        return await studio.PostAsync("/api/render/proxy/lambda", $$$"""{"id":"{{{id}}}","sessionId":"{{{session}}}","draft":{{{draft}}},"output":{{{output}}}}""");
    }

    private async Task<JsonElement> UntilEndedAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var status = (await studio.GetAsync($"/api/render/proxy/lambda/{id}")).GetProperty("data");
            if (status.GetProperty("status").GetString() is not ("pending" or "processing"))
            {
                return status;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
