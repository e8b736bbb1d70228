using System.Collections.Concurrent;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.ProtocolTests.Faults;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>One call that exports for several platforms: a render and a file each, told together.</summary>
public sealed class PlatformExportTests : IDisposable
{
    private static readonly string[] s_platforms = ["tiktok", "youtube", "4:5"];

    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith("Dusk") };
    private readonly HashSet<string> _dead = [];
    private readonly ConcurrentDictionary<string, string> _ends = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string?> _writtenIds = [];
    private ServerProcess? _server;
    private volatile string _hold = "";
    private string _submitted = "pending";

    public PlatformExportTests() => _backend.OnOther = Answer;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Each_platform_has_a_render_and_a_file_named_after_it()
    {
        await using var server = await ServerAsync();

        var job = await server.EndOfAsync(await ExportAsync(server, s_platforms, name: "Promo"));

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(["Promo_tiktok.mp4", "Promo_youtube.mp4", "Promo_4x5.mp4"], job.Items.Select(item => Path.GetFileName(item.Export!.Path)));
        Assert.All(job.Items, item => Assert.True(item.Export!.IsStillThere()));
        Assert.Equal(s_platforms, Presets());
        Assert.Equal(3, job.Items.Select(item => item.RenderId).Distinct().Count());
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_render_is_in_the_ledger_before_it_is_sent()
    {
        await using var server = await ServerAsync();

        await server.EndOfAsync(await ExportAsync(server, s_platforms));

        Assert.Equal(_backend.Submits.Select(body => body.GetProperty("id").GetString()), _writtenIds);
    }

    [Fact]
    public void A_platform_that_is_named_twice_is_made_once_and_one_alone_is_a_plain_export()
    {
        var twice = Request(["tiktok", "youtube", "tiktok"]);
        var alone = Request(["reels", "reels"]);

        Assert.Equal(["tiktok", "youtube"], twice.Items.Select(item => item.Plan.Export!.Suffix));
        Assert.Equal((0, "reels", null), (alone.Items.Count, alone.Plan.Export!.Preset, alone.Plan.Export.Suffix));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_fails_stops_no_other_and_is_named_for_the_next_call()
    {
        _ends["youtube"] = "failed";
        await using var server = await ServerAsync();

        var job = await server.EndOfAsync(await ExportAsync(server, s_platforms));
        var report = await server.Reports.DescribeAsync(job, withTimeline: false, CancellationToken.None);

        Assert.Equal([JobState.Done, JobState.Failed, JobState.Done], job.Items.Select(item => item.State));
        Assert.Equal((JobState.Done, "disk_full"), (job.State, job.Items[1].ErrorCode));
        Assert.Contains("2. youtube failed: disk_full: The export failed: no room", JobReports.Text(report), StringComparison.Ordinal);
        Assert.Contains("1. tiktok done: saved ", JobReports.Text(report), StringComparison.Ordinal);
        Assert.Contains("presets youtube:", report.Next, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task After_a_crash_the_first_is_kept_the_second_goes_on_and_none_is_rendered_twice()
    {
        Hold("youtube");
        await using var dying = await ServerAsync();
        var begun = await ExportAsync(dying, s_platforms);
        await _held.Task;
        await dying.KillAsync();
        Release();
        await using var next = await ServerAsync();

        var job = await next.EndOfAsync(begun);

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(3, job.Items.Count(item => item.Export?.IsStillThere() is true));
        Assert.Equal(s_platforms, Presets());
        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.Path, "out"), "*.mp4").Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_stops_all_and_says_what_was_saved()
    {
        Hold("youtube");
        await using var server = await ServerAsync();
        var begun = await ExportAsync(server, s_platforms, name: "Promo");
        await _held.Task;

        var job = await server.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);
        var report = await server.Reports.DescribeAsync(job, withTimeline: false, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, job.State);
        Assert.Equal("The export was stopped and the timeline is unchanged. Saved before that and kept: Promo_tiktok.mp4.", job.Error);
        Assert.Equal(["done", "cancelled", "skipped"], report.Items!.Select(item => item.Status));
        Assert.Equal(["tiktok", "youtube"], Presets());
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_from_another_process_stops_all()
    {
        Hold("tiktok");
        await using var owner = await ServerAsync();
        await using var other = Server();
        var begun = await ExportAsync(owner, s_platforms);
        await _held.Task;

        var cancelling = other.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);
        var job = await owner.EndOfAsync(begun);
        await cancelling;

        Assert.Equal(JobState.Cancelled, job.State);
        Assert.Equal(["tiktok"], Presets());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_meanwhile_changes_none_of_the_files()
    {
        Hold("tiktok");
        await using var server = await ServerAsync();
        var begun = await ExportAsync(server, s_platforms);
        await _held.Task;
        var before = _backend.Draft;
        _backend.Draft = EditorBackend.DraftWith("Dawn");
        await server.EndOfAsync(await server.EditAsync("change the title"));
        Release();

        await server.EndOfAsync(begun);

        Assert.Equal([before, before, before], _backend.Submits.Select(body => body.GetProperty("draft").GetRawText()));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_exported_already_is_not_rendered_again()
    {
        await using var server = await ServerAsync();
        await server.EndOfAsync(await ExportAsync(server, ["tiktok", "youtube"]));

        var job = await server.EndOfAsync(await ExportAsync(server, ["youtube", "square", "tiktok"]));

        Assert.Equal(["tiktok", "youtube", "square"], Presets());
        Assert.Contains(job.Items[2].Export!.Notes, note => note.Contains("not rendered again", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Words_and_several_platforms_are_one_edit_and_then_the_files()
    {
        await using var server = await ServerAsync();
        var request = new JobRequest("create_video", null, new JobPlan { Message = "a calm promo", Export = new ExportRequest() }, JobUploads.None)
        {
            FirstMessage = "a calm promo",
        }.ForPlatforms(["tiktok", "youtube"]);

        var job = await server.EndOfAsync(await server.Desk.BeginAsync(request, CancellationToken.None));
        var text = JobReports.Text(await server.Reports.DescribeAsync(job, withTimeline: true, CancellationToken.None));

        Assert.Single(_backend.Messages, "a calm promo");
        Assert.Equal(["tiktok", "youtube"], Presets());
        Assert.Contains("Done.", text, StringComparison.Ordinal);
        Assert.Contains("Timeline (", text, StringComparison.Ordinal);
        Assert.Contains("2. youtube done: saved ", text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failed_edit_exports_nothing()
    {
        await using var server = await ServerAsync();
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Stream("""{"type":"error","message":"I cannot do that","code":"bad_request"}"""));
        var request = new JobRequest("create_video", null, new JobPlan { Message = "a calm promo", Export = new ExportRequest() }, JobUploads.None)
            .ForPlatforms(["tiktok", "youtube"]);

        var job = await server.EndOfAsync(await server.Desk.BeginAsync(request, CancellationToken.None));

        Assert.Equal(JobState.Failed, job.State);
        Assert.Empty(_backend.Submits);
    }

    [Fact(Timeout = 60_000)]
    public async Task Progress_names_the_platform_and_grows_over_all_of_them()
    {
        // Held until it was heard of: a wait tells no more than what it sees.
        Hold("youtube");
        await using var server = await ServerAsync();
        var begun = await ExportAsync(server, ["tiktok", "youtube"]);
        var log = new ConcurrentQueue<JobProgress>();

        await server.Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromMinutes(1), new Log(value =>
        {
            log.Enqueue(value);
            _hold = value.Message.StartsWith("youtube, ", StringComparison.Ordinal) ? "" : _hold;
        }), CancellationToken.None);

        var told = log.Where(progress => progress.Message.StartsWith("youtube, 2 of 2: ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, progress => Assert.InRange(progress.Percent, 50, 100));
        Assert.Equal(log.Select(progress => progress.Percent).Order(), log.Select(progress => progress.Percent));
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_the_shape_cannot_be_changed_the_one_that_fits_is_made_and_the_other_refused_with_the_way_out()
    {
        _backend.Draft = """{"d":10000,"m":{"title":"Dusk","width":"1080","height":1920},"t":[{"tt":0,"sg":[{"s":0,"d":10000,"m":{"name":"a.jpg"}}]}]}""";
        _submitted = "completed";
        await using var server = await ServerAsync(isFree: false);

        var job = await server.EndOfAsync(await ExportAsync(server, ["youtube", "tiktok"]));

        Assert.Equal((JobState.Failed, "aspect_needs_edit"), (job.Items[0].State, job.Items[0].ErrorCode));
        Assert.Contains("which is not 16:9 as youtube needs it. Call edit_video", job.Items[0].Error, StringComparison.Ordinal);
        Assert.Equal(JobState.Done, job.Items[1].State);
        Assert.Equal([null], Presets());
    }

    private async Task<ServerProcess> ServerAsync(bool isFree = true)
    {
        var server = Server(isFree);
        await server.EndOfAsync(await server.EditAsync("begin"));
        return server;
    }

    private ServerProcess Server(bool isFree = true) => _server = new(_backend, _folder.Path, TimeProvider.System, _dead, isFree);

    private static JobRequest Request(string[] platforms, string? name = null) => new JobRequest(
        "export_video", null, new JobPlan { Export = new ExportRequest { Name = name } }, JobUploads.None) { NeedsProject = true }.ForPlatforms(platforms);

    private static Task<BegunJob> ExportAsync(ServerProcess server, string[] platforms, string? name = null) =>
        server.Desk.BeginAsync(Request(platforms, name), CancellationToken.None);

    private IEnumerable<string?> Presets() => _backend.Submits.Select(PresetOf);

    private static string? PresetOf(System.Text.Json.JsonElement submit) =>
        submit.GetProperty("output").TryGetProperty("preset", out var preset) ? preset.GetString() : null;

    private void Hold(string preset) => _hold = preset;

    private void Release() => _hold = "";

    /// <summary>Renders that are done at the first look, but for the one that is held or fails.</summary>
    private HttpResponseMessage? Answer(string path)
    {
        if (path.EndsWith(".mp4", StringComparison.Ordinal))
        {
            return new HttpResponseMessage { Content = new ByteArrayContent(SmallMovie.Of(10)) };
        }

        if (!path.StartsWith("/api/render/", StringComparison.Ordinal))
        {
            return null;
        }

        if (path == "/api/render/proxy/lambda")
        {
            var id = _backend.Submits[^1].GetProperty("id").GetString();
            var rows = _server!.Ledger.RunningJobsAsync(CancellationToken.None).GetAwaiter().GetResult();
            _writtenIds.Add(rows.FirstOrDefault(row => row.RenderId == id)?.RenderId);
            return Status(id!, _submitted);
        }

        var render = path.Split('/')[5];
        var preset = _backend.Submits.Where(body => body.GetProperty("id").GetString() == render).Select(PresetOf).FirstOrDefault() ?? "";
        if (path.EndsWith("/cancel", StringComparison.Ordinal))
        {
            _ends[preset] = "cancelled";
        }

        if (_hold.Length > 0 && preset == _hold && !_ends.ContainsKey(preset))
        {
            _held.TrySetResult();
            return Status(render, "processing");
        }

        return Status(render, _ends.GetValueOrDefault(preset, "completed"));
    }

    private static HttpResponseMessage Status(string id, string status) => EditorBackend.Json(
        $$$"""{"success":true,"data":{"id":"{{{id}}}","status":"{{{status}}}","progress":50,"outputUrl":"/files/{{{id}}}.mp4"{{{(status == "failed" ? ",\"error\":\"no room\",\"errorCode\":\"disk_full\"" : "")}}}}}""");

    private sealed class Log(Action<JobProgress> tell) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => tell(value);
    }
}
