using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class DownloadTests
{
    private const string Fallback = "/api/render/proxy/render_1/download";

    private static readonly byte[] s_file = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];

    [Fact(Timeout = 20_000)]
    public async Task The_named_address_is_fetched_from_the_backend_with_the_token()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", "/files/out.mp4", ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        var result = await gateway.Client.DownloadRenderAsync(Finished("/files/out.mp4"), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
        Assert.Equal(new DownloadResult(5000, "video/mp4", true), result);
        Assert.Equal("Bearer nmv_usr_test", gateway.Server.Requests[0].Header("Authorization"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(null)]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/x.mp4")]
    [InlineData("https://user:password@example.com/x.mp4")]
    [InlineData("https://example.com:8443/x.mp4")]
    [InlineData("https://127.0.0.1/x.mp4")]
    [InlineData("https://[::ffff:10.0.0.1]/x.mp4")]
    public async Task An_address_that_is_not_safe_is_not_opened_and_the_backend_is_asked_itself(string? outputUrl)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        await gateway.Client.DownloadRenderAsync(Finished(outputUrl), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
    }

    [Theory(Timeout = 20_000)]
    [InlineData("text/html", "<html>Sign in</html>")]
    [InlineData("application/json", """{"code":1002}""")]
    public async Task An_address_that_gives_no_video_is_replaced_by_the_backend_itself(string mediaType, string body)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", "/files/out.mp4", ScriptedReply.Of(200, mediaType, body))
            .Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        await gateway.Client.DownloadRenderAsync(Finished("/files/out.mp4"), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
    }

    [Fact(Timeout = 20_000)]
    public async Task A_broken_download_goes_on_where_it_stopped()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", Fallback, ScriptedReply.Broken(200, "video/mp4", s_file[..2000], 5000, ("ETag", "\"v1\"")))
            .Expect("GET", Fallback, ScriptedReply.Of(206, "video/mp4", s_file[2000..], ("Content-Range", "bytes 2000-4999/5000")));
        using var file = new MemoryStream();

        await gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
        Assert.Equal(("bytes=2000-", "\"v1\""), (gateway.Server.Requests[1].Header("Range"), gateway.Server.Requests[1].Header("If-Range")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_broken_download_begins_anew_when_the_file_has_no_version_mark()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", Fallback, ScriptedReply.Broken(200, "video/mp4", s_file[..2000], 5000))
            .Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        await gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
        Assert.Null(gateway.Server.Requests[1].Header("Range"));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_download_that_gets_no_further_is_incomplete()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        var broken = ScriptedReply.Broken(200, "video/mp4", s_file[..2000], 5000);
        gateway.Server.Expect("GET", Fallback, broken).Expect("GET", Fallback, broken).Expect("GET", Fallback, broken);
        using var file = new MemoryStream();

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default));

        Assert.Equal(BackendFault.DownloadIncomplete, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_body_without_a_length_is_held_against_the_size_that_the_status_gave()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        var cut = new ScriptedReply(context => context.Response.Body.WriteAsync(s_file.AsMemory(0, 2000)).AsTask());
        gateway.Server.Expect("GET", Fallback, cut).Expect("GET", Fallback, cut).Expect("GET", Fallback, cut);
        using var file = new MemoryStream();

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.DownloadRenderAsync(Finished(null) with { Size = 5000 }, new DownloadTarget(file), default));

        Assert.Equal(BackendFault.DownloadIncomplete, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_download_beyond_the_cap_is_stopped()
    {
        await using var gateway = await GatewayFixture.StartAsync(options => options.MaxDownloadBytes = 4000);
        gateway.Server.Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default));

        Assert.Equal(BackendFault.DownloadRefused, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_redirect_within_the_backend_is_followed_and_one_to_this_machine_is_not()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("GET", "/a", ScriptedReply.Of(302, null, "", ("Location", "/b")))
            .Expect("GET", "/b", ScriptedReply.Of(302, null, "", ("Location", "http://127.0.0.1:1/c")))
            .Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new MemoryStream();

        await gateway.Client.DownloadRenderAsync(Finished("/a"), new DownloadTarget(file), default);

        Assert.Equal(s_file, file.ToArray());
    }

    [Fact(Timeout = 20_000)]
    public async Task A_packed_body_is_refused()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file, ("Content-Encoding", "gzip")));
        using var file = new MemoryStream();

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default));

        Assert.Equal(BackendFault.DownloadRefused, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_full_disk_is_told_as_what_it_is()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Fallback, ScriptedReply.Of(200, "video/mp4", s_file));
        using var file = new FullDisk();

        var error = await Assert.ThrowsAsync<IOException>(() => gateway.Client.DownloadRenderAsync(Finished(null), new DownloadTarget(file), default));

        Assert.Equal("No space left on device", error.Message);
    }

    private static RenderStatus Finished(string? outputUrl) =>
        new() { Id = "render_1", Status = RenderStatus.Completed, Progress = 100, OutputUrl = outputUrl };

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
