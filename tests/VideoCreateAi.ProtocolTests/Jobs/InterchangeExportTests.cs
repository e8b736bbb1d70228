using System.Text.Json;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What is written of a timeline without a render, for any backend, and what only the studio makes.</summary>
public sealed class InterchangeExportTests : IDisposable
{
    private const string Captioned =
        """
        {"d":6000,"m":{"title":"Dusk","fps":30},"t":[
          {"tt":0,"m":{"role":"main"},"sg":[{"s":0,"d":6000,"m":{"name":"beach.mp4","src":"https://cdn.example/beach.mp4","kind":"video","in":500,"out":6500}}]},
          {"tt":7,"m":{"role":"caption"},"sg":[{"s":250,"d":1750,"m":{"text":"Hello"}},{"s":2000,"d":3000,"m":{"text":"World"}}]}]}
        """;

    private const string Known = """{"filename":"beach.mp4","file_type":"video","cdn_url":"https://cdn.example/beach.mp4","duration":20}""";

    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = Captioned };

    public InterchangeExportTests() => _backend.OnState = () => EditorBackend.Json(
        $$$"""{"code":0,"data":{"session_id":"session1","state":{"draft":{{{_backend.Draft}}},"video_infos":[{{{Known}}}]} } }""");

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Captions_are_saved_as_they_stand_on_the_timeline(bool isStudio)
    {
        await using var server = await ServerAsync(isStudio);

        var job = await ExportAsync(server, "srt");

        Assert.Equal((JobState.Done, "Dusk.srt"), (job.State, Path.GetFileName(job.Export!.Path)));
        Assert.Equal("1\n00:00:00,250 --> 00:00:02,000\nHello\n\n2\n00:00:02,000 --> 00:00:05,000\nWorld\n\n", await File.ReadAllTextAsync(job.Export.Path));
        Assert.Equal(["Dusk.srt"], Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName));
        Assert.Empty(_backend.Submits);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_list_names_files_on_the_web_where_the_backend_keeps_them_there()
    {
        await using var server = await ServerAsync(isStudio: false);

        var job = await ExportAsync(server, "otio");

        using var otio = JsonDocument.Parse(await File.ReadAllTextAsync(job.Export!.Path));
        OtioSchema.Check(otio.RootElement);
        var video = otio.RootElement.GetProperty("tracks").GetProperty("children")[0];
        Assert.Equal(180, OtioSchema.Length(video));
        Assert.Equal("https://cdn.example/beach.mp4", video.GetProperty("children")[0].GetProperty("media_reference").GetProperty("target_url").GetString());
        Assert.Contains(job.Export.Notes, note => note.Contains("addresses on the web", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_captions_it_says_how_to_get_some()
    {
        _backend.Draft = EditorBackend.DraftWith("Dusk").Replace("{\"tt\":7,", "{\"tt\":7,\"m\":{\"role\":\"title\"},", StringComparison.Ordinal);
        await using var server = await ServerAsync(isStudio: true);

        var job = await ExportAsync(server, "srt");

        Assert.Equal((JobState.Failed, "no_captions"), (job.State, job.ErrorCode));
        Assert.Contains("edit_video", job.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out) && Directory.EnumerateFileSystemEntries(Out).Any());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("mp3")]
    [InlineData("png")]
    public async Task What_only_the_studio_makes_is_refused_elsewhere_before_it_is_sent(string format)
    {
        await using var server = await ServerAsync(isStudio: false);

        var job = await ExportAsync(server, format);

        Assert.Equal((JobState.Failed, "format_needs_studio"), (job.State, job.ErrorCode));
        Assert.Empty(_backend.Submits);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_saved_is_saved_again_only_when_the_timeline_has_changed()
    {
        await using var server = await ServerAsync(isStudio: true);
        var first = await ExportAsync(server, "srt");
        var again = await ExportAsync(server, "srt");
        _backend.Draft = Captioned.Replace("World", "Moon", StringComparison.Ordinal);
        var changed = await ExportAsync(server, "srt");

        Assert.Equal(first.Export!.Path, again.Export!.Path);
        Assert.Equal("Dusk-2.srt", Path.GetFileName(changed.Export!.Path));
        Assert.Contains("Moon", await File.ReadAllTextAsync(changed.Export.Path), StringComparison.Ordinal);
    }

    private string Out => Path.Combine(_folder.Path, "out");

    private async Task<ServerProcess> ServerAsync(bool isStudio)
    {
        var server = new ServerProcess(_backend, _folder.Path, TimeProvider.System, isFree: isStudio);
        await server.EndOfAsync(await server.EditAsync("begin"));
        return server;
    }

    private static async Task<Job> ExportAsync(ServerProcess server, string format) => await server.EndOfAsync(await server.Desk.BeginAsync(
        new JobRequest("export_video", null, new JobPlan { Export = new ExportRequest { Format = format } }, JobUploads.None) { NeedsProject = true }, CancellationToken.None));
}
