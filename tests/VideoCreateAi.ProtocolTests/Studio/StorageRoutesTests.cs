using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>The studio counts what takes space, and frees only what nobody needs.</summary>
public sealed class StorageRoutesTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private const long Always = 9_000_000_000_000;

    [Fact]
    public async Task A_project_is_counted_with_what_it_alone_uses()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        var media = await MediaOfAsync(session);

        var project = await ProjectAsync(session);

        Assert.Equal(BytesIn(MediaFolder(media)), project.GetProperty("own_bytes").GetInt64());
        Assert.Equal((0, false), (project.GetProperty("shared_bytes").GetInt64(), project.GetProperty("busy").GetBoolean()));
        Assert.True(Place(await ReportAsync(), "media").GetProperty("bytes").GetInt64() >= BytesIn(MediaFolder(media)));
    }

    [Fact]
    public async Task Caches_go_and_what_else_lies_there_stays()
    {
        var song = Put("cache/music/music-1.wav");
        var picture = Put("cache/stills/1.yuv");
        var stranger = Put("cache/stills/stranger.txt");
        var sheet = Put("renders/x.mp4.sheet.json");

        var freed = await CleanAsync("""{"cache":true}""");

        Assert.Equal([true, false, false, false], new[] { stranger, song, picture, sheet }.Select(File.Exists));
        Assert.Equal(4, Place(freed, "music").GetProperty("bytes").GetInt64());
        Assert.Equal(0, Place(await ReportAsync(), "music").GetProperty("freeable_bytes").GetInt64());
    }

    [Fact]
    public async Task Media_goes_when_no_project_has_it_no_timeline_names_it_and_it_did_not_just_come_in()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "used.png", "red");
        await studio.UploadPictureAsync(session, "named.png", "blue");
        await studio.SayAsync(session, "make a 4 second slideshow");
        var (used, named) = (await MediaOfAsync(session, 0), await MediaOfAsync(session, 1));
        await QueryAsync($"DELETE FROM project_media WHERE media_id='{named}'");
        var (left, fresh) = (Left("0"), Left("1"));
        Directory.SetLastWriteTimeUtc(MediaFolder(fresh), TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var old in new[] { used, named, left })
        {
            Directory.SetLastWriteTimeUtc(MediaFolder(old), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var before = Place(await ReportAsync(), "media").GetProperty("freeable_bytes").GetInt64();
        var freed = await CleanAsync("""{"media":true}""");

        Assert.Equal([true, true, true, false], new[] { used, named, fresh, left }.Select(id => Directory.Exists(MediaFolder(id))));
        Assert.Equal((4, 4), (before, Place(freed, "media").GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public async Task A_finished_file_goes_once_it_can_no_longer_be_on_its_way()
    {
        var session = await MadeAsync();
        var (first, second) = (await RenderedAsync(session, "r1"), await RenderedAsync(session, "r2"));
        await QueryAsync("UPDATE renders SET ended_ms=ended_ms-7200000 WHERE id='r1'");

        await CleanAsync("""{"cache":true}""");

        Assert.Equal((false, true), (File.Exists(first), File.Exists(second)));
    }

    [Fact]
    public async Task A_project_that_renders_or_has_changed_meanwhile_stays()
    {
        var busy = await MadeAsync(length: 120);
        var draft = (await studio.StateAsync(busy)).GetProperty("draft").GetRawText();
        await studio.PostAsync("/api/render/proxy/lambda", $$"""{"id":"long","sessionId":"{{busy}}","draft":{{draft}},"output":{"format":"mp4","quality":"best"} }""");
        var changed = await MadeAsync();
        var (old, unknown) = (await MadeAsync(), "ses_none");

        var kept = (await CleanAsync($$"""{"sessions":["{{busy}}"],"unchanged_since_ms":{{Always}}}""")).GetProperty("kept_sessions").EnumerateArray().Select(id => id.GetString());
        var keptToo = (await CleanAsync($$"""{"sessions":["{{changed}}"],"unchanged_since_ms":1}""")).GetProperty("kept_sessions").EnumerateArray().Select(id => id.GetString());
        var gone = await CleanAsync($$"""{"sessions":["{{old}}","{{unknown}}"],"unchanged_since_ms":{{Always}}}""");
        await studio.PostAsync("/api/render/proxy/lambda/long/cancel", "");

        Assert.Equal([busy], kept);
        Assert.Equal([changed], keptToo);
        Assert.Empty(gone.GetProperty("kept_sessions").EnumerateArray());
        var left = (await ReportAsync()).GetProperty("projects").EnumerateArray().Select(project => project.GetProperty("session_id").GetString()).ToList();
        Assert.Contains(busy, left);
        Assert.Contains(changed, left);
        Assert.DoesNotContain(old, left);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task What_does_not_say_what_to_clean_cleans_nothing(string body)
        => Assert.Equal("malformed_request", (await studio.PostAsync("/studio/storage/clean", body)).GetProperty("error").GetString());

    [Fact]
    public async Task A_studio_that_listens_on_addresses_does_not_answer_these()
    {
        using var folder = new TempFolder();
        var options = new StudioOptions { DataFolder = folder.File("data"), Urls = "http://127.0.0.1:1", ProductVersion = "9.9.9" };
        Directory.CreateDirectory(options.DataFolder);

        await using var app = StudioHost.Build(options, new SqliteStudioDatabase(options.DatabasePath), logging => logging.ClearProviders());

        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText).ToList();
        Assert.Contains("/studio/version", paths);
        Assert.DoesNotContain(paths, path => path!.StartsWith("/studio/storage", StringComparison.Ordinal));
    }

    private async Task<string> MadeAsync(int length = 2)
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, $"make a {length} second slideshow");
        return session;
    }

    /// <summary>Renders the project and gives the path of the studio's own file.</summary>
    private async Task<string> RenderedAsync(string session, string id)
    {
        var draft = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        await studio.PostAsync(
            "/api/render/proxy/lambda",
            $$"""{"id":"{{id}}","sessionId":"{{session}}","draft":{{draft}},"output":{"format":"mp4","quality":"draft","width":160,"height":90,"fps":10} }""");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await studio.GetAsync($"/api/render/proxy/lambda/{id}")).GetProperty("data").GetProperty("status").GetString() != "completed")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }

        return Assert.Single(Directory.GetFiles(Path.Combine(studio.DataFolder, "renders"), $"{id}-*.mp4"));
    }

    private async Task<string> MediaOfAsync(string session, int index = 0) => (await QueryAsync($"SELECT media_id FROM project_media WHERE session_id='{session}' ORDER BY position"))[index];

    private async Task<JsonElement> ReportAsync() => (await studio.GetAsync("/studio/storage")).GetProperty("data");

    private async Task<JsonElement> CleanAsync(string body) => (await studio.PostAsync("/studio/storage/clean", body)).GetProperty("data");

    private async Task<JsonElement> ProjectAsync(string session) =>
        (await ReportAsync()).GetProperty("projects").EnumerateArray().Single(project => project.GetProperty("session_id").GetString() == session);

    private static JsonElement Place(JsonElement report, string name) =>
        report.GetProperty("places").EnumerateArray().Single(place => place.GetProperty("name").GetString() == name);

    private string MediaFolder(string id) => Path.Combine(studio.DataFolder, "media", id);

    /// <summary>Media that nobody knows of.</summary>
    private string Left(string digit)
    {
        var id = "m_" + string.Concat(Enumerable.Repeat(digit, 32));
        Put($"media/{id}/source.png");
        return id;
    }

    private string Put(string name)
    {
        var path = Path.Combine(studio.DataFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "four");
        return path;
    }

    private static long BytesIn(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(studio.DataFolder, "studio.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
