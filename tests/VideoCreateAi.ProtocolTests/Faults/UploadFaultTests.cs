using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What goes wrong while a file goes up: it is never sent again by guess, and the project's state says what became of it.</summary>
public sealed class UploadFaultTests
{
    private const string Path = "/api/upload-video/nemo_agent/me/s1";
    private const string Post = $"POST {Path}";
    private const string Get = "GET /api/state/nemo_agent/me/s1/latest";
    private const string Taken = """{"code":0,"data":{"files":[{"filename":"a.png","file_type":"image","cdn_url":"media:1"}]}}""";

    private static readonly byte[] s_file = Encoding.ASCII.GetBytes("the bytes of a picture");
    private static readonly string s_hash = Convert.ToHexStringLower(SHA256.HashData(s_file));

    public static TheoryData<string, string, string, bool> States => new()
    {
        { "listed now, with its size", "", """{"filename":"a.png","size":22}""", true },
        { "listed now, all of it was sent", "", """{"filename":"a.png"}""", true },
        { "listed under another name, with its hash", "", $$"""{"filename":"x.png","hash":"{{s_hash.ToUpperInvariant()}}"}""", true },
        { "listed once more than before", """{"filename":"a.png","cdn_url":"u1?sig=1"}""", """{"filename":"a.png","cdn_url":"u1?sig=2"},{"filename":"a.png","cdn_url":"u2"}""", true },
        { "listed as before", """{"filename":"a.png","cdn_url":"u1"}""", """{"filename":"a.png","cdn_url":"u1"}""", false },
        { "not listed", "", """{"filename":"other.png"}""", false },
        { "listed with another size", "", """{"filename":"a.png","size":7}""", false },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(States))]
    public async Task A_reply_that_is_lost_after_the_whole_upload_is_settled_by_the_state(string how, string before, string after, bool isFound)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson(State(before)).Then(RawStep.ReadBody, RawStep.Reset).ThenJson(State(after));

        var upload = gateway.Client.UploadAsync("s1", Content(), null, default);

        if (isFound)
        {
            Assert.Single(await upload);
        }
        else
        {
            Assert.Equal((how, BackendFault.OutcomeUnknown), (how, (await Assert.ThrowsAsync<BackendException>(() => upload)).Fault));
        }

        Assert.Equal([Get, Post, Get], gateway.Server.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_reset_at_ninety_nine_percent_is_not_sent_again_and_what_may_be_a_part_is_not_taken_for_the_whole()
    {
        const long Length = 4L * 1024 * 1024;
        await using var gateway = LyingFixture.Start();
        gateway.Server
            .ThenJson(State(""))
            .Then(RawStep.Send("HTTP/1.1 100 Continue\r\n\r\n"), RawStep.ReadSome(Length * 99 / 100), RawStep.Reset)
            .ThenJson(State("""{"filename":"a.mp4","size":4152360}"""));

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.UploadAsync("s1", new UploadContent("a.mp4", "video/mp4", new GeneratedStream(Length), Length), null, default));

        Assert.Equal(BackendFault.OutcomeUnknown, error.Fault);
        Assert.Contains("may be only a part", error.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Server.Asked, asked => asked == Post);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_state_that_cannot_be_read_after_a_lost_reply_leaves_the_upload_unclear_and_says_so()
    {
        await using var gateway = LyingFixture.Start(options => options.MaxTries = 1);
        gateway.Server.ThenJson(State("")).Then(RawStep.ReadBody).ThenJson("<html>", 502);

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync("s1", Content(), null, default));

        Assert.Equal(BackendFault.OutcomeUnknown, error.Fault);
        Assert.Contains("could not be asked", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_file_that_appears_late_in_the_state_is_waited_for()
    {
        var clock = new FakeClock();
        await using var gateway = LyingFixture.Start(options => options.UploadGrace = TimeSpan.FromSeconds(20), clock);
        gateway.Server.ThenJson(State("")).Then(RawStep.ReadBody, RawStep.Reset).ThenJson(State("")).ThenJson(State("""{"filename":"a.png"}"""));

        var upload = gateway.Client.UploadAsync("s1", Content(), null, default);
        await clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("a.png", Assert.Single(await upload).FileName);
    }

    [Fact(Timeout = 20_000)]
    public async Task Our_own_studio_gets_the_file_once_more_when_its_state_shows_that_it_is_not_there()
    {
        using var folder = new TempFolder();
        await using var server = await ScriptedBackend.StartAsync(folder.File("s"));
        server
            .Expect("POST", "/api/auth/anonymous-token", ScriptedReply.Json("""{"code":0,"data":{"token":"t1","user_id":"u1"}}"""))
            .Expect("GET", Get[4..], ScriptedReply.Json(State("")))
            .Expect("POST", Path, ScriptedReply.Reset())
            .Expect("GET", Get[4..], ScriptedReply.Json(State("")))
            .Expect("POST", Path, ScriptedReply.Json(Taken));
        var options = new GatewayOptions { DataFolder = folder.Path, ProductVersion = "1", UploadGrace = TimeSpan.Zero };
        using var client = BackendClientFactory.ForStudio(
            options, _ => ValueTask.FromResult(folder.File("s")), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

        await client.UploadAsync("s1", Content(), null, default);

        Assert.Equal(server.Requests[2].BodyLength, server.Requests[4].BodyLength);
        Assert.Contains("the bytes of a picture", server.Requests[4].Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_project_that_is_gone_is_told_before_the_file_is_sent()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson("""{"code":1002}""");

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync("s1", Content(), null, default));

        Assert.Equal(BackendFault.SessionNotFound, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_rate_limit_is_waited_for_and_the_file_goes_up_once_more_from_its_beginning()
    {
        var clock = new FakeClock();
        await using var gateway = LyingFixture.Start(options => options.AttemptLimit = TimeSpan.FromSeconds(25), clock);
        gateway.Server
            .ThenJson(State(""))
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", 429)))
            .Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply(Taken)));

        var upload = gateway.Client.UploadAsync("s1", Content(), null, default);
        await clock.UntilTimerAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));
        await upload;

        Assert.Equal(gateway.Server.Bodies[1], gateway.Server.Bodies[2]);
        Assert.Contains("the bytes of a picture", gateway.Server.Bodies[2], StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_rate_limit_is_told_where_the_file_cannot_be_read_again()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson(State("")).Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", 429)));

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.UploadAsync("s1", new UploadContent("a.mp4", "video/mp4", new GeneratedStream(1000), 1000), null, default));

        Assert.Equal(BackendFault.RateLimited, error.Fault);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(413, """{"code":4002}""", "file_too_large", "500 MB")]
    [InlineData(415, "", "unsupported_file_type", "mp4, mov, avi")]
    public async Task An_error_before_the_body_ended_stops_the_upload_and_names_formats_or_limit(int status, string body, string fault, string words)
    {
        const long Length = 30L * 1024 * 1024;
        await using var gateway = LyingFixture.Start();
        var sent = 0L;
        gateway.Server.ThenJson(State("")).Then(RawStep.Send(LyingBackend.Reply(body, status)));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.UploadAsync(
            "s1", new UploadContent("a.mp4", "video/mp4", new GeneratedStream(Length), Length), new Told(bytes => sent = bytes), default));

        Assert.Equal(fault, error.Fault.Code());
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.InRange(sent, 0, Length - 1);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_backend_that_ignores_the_question_whether_it_wants_the_file_gets_it()
    {
        const long Length = 2L * 1024 * 1024;
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson(State("")).Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply(Taken)));

        await gateway.Client.UploadAsync("s1", new UploadContent("a.mp4", "video/mp4", new GeneratedStream(Length), Length), null, default);

        Assert.Contains("Expect: 100-continue", gateway.Server.Heads[1], StringComparison.OrdinalIgnoreCase);
    }

    private static string State(string media) => $$$"""{"code":0,"data":{"state":{"video_infos":[ {{{media}}} ] } } }""";

    private static UploadContent Content() => new("a.png", "image/png", new MemoryStream(s_file), s_file.Length);

    private sealed class Told(Action<long> heard) : IProgress<long>
    {
        public void Report(long value) => heard(value);
    }
}
