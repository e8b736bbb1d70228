using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Uploads;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>A project of another backend, drawn by a real studio on this machine.</summary>
public sealed class RemotePreviewTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private const string Session = "ses_1";

    private static readonly Project s_project = new("p1", Session, "at", "project", "en", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private readonly List<LedgerDatabase> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Media_that_can_be_had_is_shown_and_the_rest_is_named()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var data = new TempFolder();
        await using var desk = Desk(data);
        gateway.Server
            .Expect("GET", $"/api/state/nemo_agent/me/{Session}/latest", ScriptedReply.Json(State(gateway.Server.Address)))
            .Expect("GET", "/media/red.png", ScriptedReply.Of(200, "image/png", await PictureAsync(data)));
        var previews = NewPreviews(gateway.Client, desk, data);

        var drawn = await previews.DrawAsync(s_project, new PreviewRequest { Tiles = 2 }, CancellationToken.None);

        Assert.Equal(["lost.png"], drawn.Image!.Missing);
        Assert.Equal((2, 2), (drawn.Image.Shots, drawn.Image.ShotsShown));
        Assert.Equal([0xFF, 0xD8], drawn.Image.Jpeg[..2]);
        Assert.Contains("Drawn on this machine", drawn.Remark, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_is_fetched_once_for_many_previews()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var data = new TempFolder();
        await using var desk = Desk(data);
        var state = ScriptedReply.Json(State(gateway.Server.Address));
        gateway.Server
            .Expect("GET", $"/api/state/nemo_agent/me/{Session}/latest", state)
            .Expect("GET", "/media/red.png", ScriptedReply.Of(200, "image/png", await PictureAsync(data)))
            .Expect("GET", $"/api/state/nemo_agent/me/{Session}/latest", state);
        var previews = NewPreviews(gateway.Client, desk, data);

        await previews.DrawAsync(s_project, new PreviewRequest { AtMilliseconds = 500 }, CancellationToken.None);
        var second = await previews.DrawAsync(s_project, new PreviewRequest { AtMilliseconds = 500 }, CancellationToken.None);

        Assert.Empty(second.Image!.Missing);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_studio_the_timeline_is_told_in_words()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var data = new TempFolder();
        await using var desk = new LocalStudio(
            () => BackendClientFactory.ForStudio(
                Options(data), _ => throw new BackendException(BackendFault.BackendUnreachable, "no studio"), TimeProvider.System, NullLoggerFactory.Instance),
            TimeProvider.System);
        gateway.Server
            .Expect("GET", $"/api/state/nemo_agent/me/{Session}/latest", ScriptedReply.Json(State(gateway.Server.Address)))
            .Allow("GET", "/media/red.png", ScriptedReply.Of(200, "image/png", await PictureAsync(data)));

        var drawn = await NewPreviews(gateway.Client, desk, data).DrawAsync(s_project, new PreviewRequest(), CancellationToken.None);

        Assert.Null(drawn.Image);
        Assert.Contains("red.png", drawn.Timeline, StringComparison.Ordinal);
        Assert.Contains("No picture could be drawn", drawn.Remark, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_beyond_the_limit_is_left_where_it_is()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", "/media/red.png", ScriptedReply.Of(200, "image/png", new byte[4000]));
        var file = new UploadedFile { CdnUrl = new Uri(gateway.Server.Address, "media/red.png").AbsoluteUri };
        using var target = new MemoryStream();

        Assert.False(await gateway.Client.TryFetchMediaAsync(file, target, mostBytes: 3999, CancellationToken.None));
        Assert.Equal(0, target.Length);
    }

    [Theory]
    [InlineData("http://outside.example/a.png")]
    [InlineData("https://user:pass@outside.example/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://outside.example:8443/a.png")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_is_not_safe_to_open_is_not_opened(string? address)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var target = new MemoryStream();

        Assert.False(await gateway.Client.TryFetchMediaAsync(
            new UploadedFile { CdnUrl = address }, target, mostBytes: 10_000, CancellationToken.None));
    }

    private Previews NewPreviews(BackendClient backend, LocalStudio desk, TempFolder data)
    {
        var database = new LedgerDatabase(data.File("ledger.db"), NullLogger<LedgerDatabase>.Instance);
        _databases.Add(database);
        var history = new ProjectHistory(
            database, new JobLedger(database), TimeProvider.System, NullLogger<ProjectHistory>.Instance);
        return new Previews(backend, new CurrentDraft(backend, history), desk, TimeProvider.System);
    }

    private LocalStudio Desk(TempFolder data) => new(
        () => BackendClientFactory.ForStudio(Options(data), _ => ValueTask.FromResult(studio.SocketPath), TimeProvider.System, NullLoggerFactory.Instance),
        TimeProvider.System);

    private static GatewayOptions Options(TempFolder data) => new()
    {
        DataFolder = data.Path, ProductVersion = "1.2.3", Platform = "cursor", RetryDelay = TimeSpan.FromMilliseconds(10), MaxTries = 1,
    };

    private static async Task<byte[]> PictureAsync(TempFolder data)
    {
        var path = data.File("red.png");
        await MediaMaker.FfmpegAsync("-f", "lavfi", "-i", "color=red:s=320x240", "-frames:v", "1", path);
        return await File.ReadAllBytesAsync(path);
    }

    private static string State(Uri backend) => $$$"""
        {"code":0,"data":{"session_id":"{{{Session}}}","state":{
          "draft":{"d":4000,"m":{"width":320,"height":240},"t":[{"tt":0,"sg":[
            {"s":0,"d":2000,"m":{"name":"red.png"}},{"s":2000,"d":2000,"m":{"name":"lost.png"}}]},
            {"tt":7,"sg":[{"s":0,"d":2000,"m":{"text":"Hello"}}]}]},
          "video_infos":[{"filename":"red.png","file_type":"image","cdn_url":"{{{new Uri(backend, "media/red.png?sign=1")}}}"},
            {"filename":"lost.png","file_type":"image","cdn_url":"file:///lost.png"} ] } } }
        """;
}
