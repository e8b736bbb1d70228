using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Studio;

public sealed class PreviewOnTheWire(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private const string Noise = "color=gray:s=1280x720,format=rgb24,noise=alls=100:allf=t";

    [Fact]
    public async Task A_sheet_is_a_small_JPEG_and_tells_what_it_shows()
    {
        var session = await ReadySessionAsync("red", "green", "blue");
        var sheet = (await PreviewAsync(session, "{}")).GetProperty("data");
        var times = sheet.GetProperty("times_ms").EnumerateArray().Select(time => time.GetInt64()).ToList();

        AssertJpeg(sheet, most: 80_000);
        Assert.Equal((3, 3), (sheet.GetProperty("shots").GetInt32(), sheet.GetProperty("shots_shown").GetInt32()));
        Assert.InRange(times.Count, 3, 36);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], 0, sheet.GetProperty("duration_ms").GetInt64());
    }

    [Fact]
    public async Task A_frame_has_the_asked_side()
    {
        var frame = (await PreviewAsync(await ReadySessionAsync("red"), """{"at_ms":500,"side":256}""")).GetProperty("data");

        AssertJpeg(frame, most: 100_000);
        Assert.Equal(256, Math.Max(frame.GetProperty("width").GetInt32(), frame.GetProperty("height").GetInt32()));
        Assert.Equal(500, frame.GetProperty("times_ms")[0].GetInt64(), tolerance: 40);
    }

    [Fact]
    public async Task A_strip_has_the_asked_frames_in_rows_and_nothing_else()
    {
        var strip = (await PreviewAsync(await ReadySessionAsync("red", "green"), """{"moments_ms":[0,500,1000,1500,2000,2500,3000,99000],"side":128}""")).GetProperty("data");

        AssertJpeg(strip, most: 56_000);
        Assert.Equal(8, strip.GetProperty("times_ms").GetArrayLength());
        Assert.Equal(0, strip.GetProperty("width").GetInt32() % 6);
        Assert.Equal(128, Math.Max(strip.GetProperty("width").GetInt32() / 6, strip.GetProperty("height").GetInt32() / 2));
    }

    [Theory]
    [InlineData("""{"tiles":36,"side":1024}""", 80_000)]
    [InlineData("""{"tiles":1,"side":1024}""", 80_000)]
    [InlineData("""{"at_ms":0,"side":1024}""", 100_000)]
    public async Task Noise_does_not_make_it_large(string request, int most)
    {
        var session = await studio.SessionAsync();
        await studio.UploadDrawingAsync(session, "noise.png", Noise);
        await studio.SayAsync(session, "make a slideshow");

        AssertJpeg((await PreviewAsync(session, request)).GetProperty("data"), most);
    }

    [Fact]
    public async Task A_draft_of_the_request_is_drawn_instead_of_the_projects_own()
    {
        var session = await ReadySessionAsync("red", "green");
        var draft = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        await studio.SayAsync(session, "undo");
        var sheet = (await PreviewAsync(session, $$"""{"draft":{{draft}},"tiles":4}""")).GetProperty("data");

        Assert.Equal(4, sheet.GetProperty("times_ms").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"tiles":0}""")]
    [InlineData("""{"tiles":37}""")]
    [InlineData("""{"side":127,"at_ms":0}""")]
    [InlineData("""{"side":511}""")]
    [InlineData("""{"side":1025}""")]
    [InlineData("""{"at_ms":-1}""")]
    [InlineData("""{"at_ms":86400001}""")]
    [InlineData("""{"at_ms":0,"tiles":3}""")]
    [InlineData("""{"moments_ms":[]}""")]
    [InlineData("""{"moments_ms":[2000,1000]}""")]
    [InlineData("""{"moments_ms":[0],"at_ms":0}""")]
    [InlineData("""{"moments_ms":[0],"side":300}""")]
    [InlineData("""{"moments_ms":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}""")]
    public async Task An_argument_beyond_its_limits_is_refused_in_words(string request)
    {
        var reply = await PreviewAsync(await studio.SessionAsync(), request);

        Assert.Equal("invalid_preview", reply.GetProperty("error").GetString());
        Assert.NotEmpty(reply.GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("not json", "malformed_request")]
    [InlineData("null", "malformed_request")]
    [InlineData("""{"draft":{"t":"nonsense"}}""", "malformed_draft")]
    public async Task A_body_that_is_no_request_is_refused(string body, string error)
        => Assert.Equal(error, (await PreviewAsync(await studio.SessionAsync(), body)).GetProperty("error").GetString());

    [Fact]
    public async Task An_empty_timeline_says_so()
        => Assert.Equal("timeline_empty", (await PreviewAsync(await studio.SessionAsync(), "{}")).GetProperty("error").GetString());

    [Fact]
    public async Task The_timeline_of_somebody_else_does_not_exist()
    {
        var session = await ReadySessionAsync("red");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/studio/projects/{session}/preview") { Content = StudioFixture.Json("{}") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await studio.TokenAsync("client-9"));
        using var response = await studio.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(1002, (await StudioFixture.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Finished_renders_share_a_sheet_of_a_row_each()
    {
        var (one, other) = (await RenderedAsync(128, 128), await RenderedAsync(128, 72));

        var sheet = (await studio.GetAsync($"/studio/sheets?number=1&render={one}&number=3&render={other}")).GetProperty("data");

        AssertJpeg(sheet, most: 80_000);
        Assert.Equal(8, sheet.GetProperty("times_ms").GetArrayLength());
    }

    [Theory]
    [InlineData("", "invalid_argument")]
    [InlineData("?render=render_1", "invalid_argument")]
    [InlineData("?number=1&render=render_1", "render_not_found")]
    [InlineData("?number=1&render=%2e%2e%2f", "render_not_found")]
    public async Task A_shared_sheet_of_what_is_not_there_is_refused_in_words(string query, string error)
    {
        var reply = await studio.GetAsync("/studio/sheets" + query);

        Assert.Equal(error, reply.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_finished_render_has_a_sheet_that_is_drawn_once()
    {
        var id = await RenderedAsync(128, 128);
        var first = (await studio.GetAsync($"/studio/renders/{id}/sheet")).GetProperty("data");
        var second = (await studio.GetAsync($"/studio/renders/{id}/sheet")).GetProperty("data");

        AssertJpeg(first, most: 80_000);
        Assert.Equal(2, first.GetProperty("shots_shown").GetInt32());
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task The_sheet_of_an_unknown_render_does_not_exist()
    {
        using var response = await studio.Http.GetAsync("/studio/renders/render_unknown/sheet");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static void AssertJpeg(JsonElement picture, int most)
    {
        var jpeg = picture.GetProperty("jpeg").GetBytesFromBase64();

        Assert.InRange(jpeg.Length, 100, most);
        Assert.Equal([0xFF, 0xD8, 0xFF], jpeg[..3]);
        Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
        Assert.InRange(picture.GetProperty("width").GetInt32(), 16, 1024);
        Assert.InRange(picture.GetProperty("height").GetInt32(), 16, 1024);
    }

    private Task<JsonElement> PreviewAsync(string session, string request) => studio.PostAsync($"/studio/projects/{session}/preview", request);

    private async Task<string> ReadySessionAsync(params string[] colours)
    {
        var session = await studio.SessionAsync();
        foreach (var colour in colours)
        {
            await studio.UploadPictureAsync(session, colour + ".png", colour);
        }

        await studio.SayAsync(session, "make a 2 second slideshow");
        return session;
    }

    private async Task<string> RenderedAsync(int width, int height)
    {
        var session = await ReadySessionAsync("red", "blue");
        var id = "render_" + Guid.NewGuid().ToString("N");
        var draft = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        await studio.PostAsync(
            "/api/render/proxy/lambda",
            $$$"""{"id":"{{{id}}}","sessionId":"{{{session}}}","draft":{{{draft}}},"output":{"format":"mp4","quality":"draft","width":{{{width}}},"height":{{{height}}},"fps":10}}""");
        await UntilEndedAsync(id);
        return id;
    }

    private async Task UntilEndedAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await studio.GetAsync($"/api/render/proxy/lambda/{id}")).GetProperty("data").GetProperty("status").GetString() is "pending" or "processing")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
