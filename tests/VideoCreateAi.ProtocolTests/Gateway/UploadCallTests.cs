using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class UploadCallTests
{
    private const string Path = "/api/upload-video/nemo_agent/me/s1";
    private const string State = "/api/state/nemo_agent/me/s1/latest";
    private const string Nothing = """{"code":0,"data":{"state":{"video_infos":[]}}}""";
    private const string Reply = """{"code":0,"data":{"files":[{"filename":"a.mp4","file_type":"video","cdn_url":"media:1"}],"session_state_applied":true}}""";

    [Fact(Timeout = 20_000)]
    public async Task A_file_goes_up_as_one_multipart_field_with_its_length()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Expect("POST", Path, ScriptedReply.Json(Reply));

        var files = await gateway.Client.UploadAsync("s1", Content("é \"x\"\r\n.png", "bytes"), null, default);

        var request = gateway.Server.Requests[1];
        var boundary = request.Header("Content-Type")!.Split("boundary=")[1];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"é %22x%22%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\nbytes\r\n--{boundary}--\r\n",
            request.Text);
        Assert.Equal($"{request.BodyLength}", request.Header("Content-Length"));
        Assert.Equal(("a.mp4", "media:1"), (files[0].FileName, files[0].CdnUrl));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_large_file_is_never_whole_in_memory()
    {
        const long Length = 64L * 1024 * 1024;
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Expect("POST", Path, ScriptedReply.Json(Reply));
        long mostOnTheWay = 0;

        await gateway.Client.UploadAsync(
            "s1",
            new UploadContent("a.mp4", "video/mp4", new GeneratedStream(Length), Length),
            new Told(sent => mostOnTheWay = Math.Max(mostOnTheWay, sent - gateway.Server.BytesReceived)),
            default);

        Assert.InRange(gateway.Server.Requests[1].BodyLength, Length, Length + 1000);
        Assert.InRange(mostOnTheWay, 0, 24 * 1024 * 1024);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(500)]
    public async Task A_file_of_another_length_than_announced_stops_the_upload(long announced)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Allow("POST", Path, ScriptedReply.Json(Reply));
        var content = Content("a.png", "bytes") with { Length = announced };

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync("s1", content, null, default));

        Assert.Equal(BackendFault.FileChanged, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_refusal_before_the_file_was_sent_is_told()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Expect("POST", Path, ScriptedReply.Early(413, """{"code":4002,"message":"too large"}"""));
        const long Length = 30L * 1024 * 1024;

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.UploadAsync("s1", new UploadContent("a.mp4", "video/mp4", new GeneratedStream(Length), Length), null, default));

        Assert.Equal(BackendFault.FileTooLarge, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_lost_reply_is_told_as_unclear_and_nothing_is_sent_again()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Expect("POST", Path, ScriptedReply.Reset()).Expect("GET", State, ScriptedReply.Json(Nothing));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync("s1", Content("a.png", "x"), null, default));

        Assert.Equal(BackendFault.OutcomeUnknown, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_failure_that_a_proxy_may_have_made_is_as_unclear_as_a_lost_reply()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Expect("POST", Path, ScriptedReply.Of(502, "text/html", "<html>Bad gateway</html>")).Expect("GET", State, ScriptedReply.Json(Nothing));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync("s1", Content("a.png", "x"), null, default));

        Assert.Equal(BackendFault.OutcomeUnknown, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task An_upload_that_does_not_move_is_given_up()
    {
        var clock = new FakeClock();
        await using var gateway = await GatewayFixture.StartAsync(clock: clock);
        gateway.Server.Expect("GET", State, ScriptedReply.Json(Nothing)).Allow("POST", Path, ScriptedReply.Json(Reply)).Expect("GET", State, ScriptedReply.Json(Nothing));
        var reading = new TaskCompletionSource();
        var content = new UploadContent("a.mp4", "video/mp4", new StuckStream(reading), 100);

        var upload = gateway.Client.UploadAsync("s1", content, null, default);
        await reading.Task;
        clock.Advance(TimeSpan.FromSeconds(61));

        var error = await Assert.ThrowsAsync<BackendException>(() => upload);
        Assert.Equal(BackendFault.OutcomeUnknown, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task Addresses_go_up_as_json()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json(Reply));

        await gateway.Client.UploadUrlsAsync("s1", ["https://example.com/a.mp4"], default);

        Assert.Equal("""{"urls":["https://example.com/a.mp4"],"source_type":"url"}""", gateway.Server.Requests[0].Text);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/a.mp4")]
    [InlineData("https://user:password@example.com/a.mp4")]
    [InlineData("a.mp4")]
    [InlineData("")]
    public async Task An_address_that_is_none_of_the_web_is_refused_before_anything_is_sent(string url)
    {
        await using var gateway = await GatewayFixture.StartAsync();

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadUrlsAsync("s1", [url], default));

        Assert.Empty(gateway.Server.Requests);
    }

    private static UploadContent Content(string name, string text) =>
        new(name, "image/png", new MemoryStream(Encoding.UTF8.GetBytes(text)), text.Length);

    private sealed class Told(Action<long> heard) : IProgress<long>
    {
        public void Report(long value) => heard(value);
    }

    private sealed class StuckStream(TaskCompletionSource reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
