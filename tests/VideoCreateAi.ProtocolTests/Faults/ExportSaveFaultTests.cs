using System.Net;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

public sealed class ExportSaveFaultTests : IDisposable
{
    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Fact(Timeout = 20_000)]
    public async Task A_timeline_that_changed_meanwhile_is_told_with_the_digest_of_what_was_rendered()
    {
        string? rendered = null;
        _export.Backend.Fault = (kind, number, _) =>
        {
            if ((kind, number) == ("status", 1))
            {
                rendered = new VideoCreateAi.Mcp.Gateway.RawDraft(System.Text.Encoding.UTF8.GetBytes(_export.Backend.Draft)).Digest;
                _export.Backend.Draft = """{"d":9000,"m":{"title":"Something else"},"t":[]}""";
            }

            return null;
        };

        var job = await _export.ExportAsync();

        Assert.Equal(["The timeline changed while this was rendered; the file shows it as it was before."], job.Export!.Notes);
        Assert.Equal((rendered, "Paradise.mp4"), (job.RenderedDraft, Path.GetFileName(job.Export.Path)));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_no_longer_gives_the_state_does_not_cost_the_finished_file()
    {
        _export.Backend.Fault = (kind, number, _) => kind == "state" && number > 1 ? RenderingBackend.Html(HttpStatusCode.BadGateway) : null;

        Assert.Equal(JobState.Done, (await _export.ExportAsync()).State);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_page_in_the_place_of_the_file_leaves_nothing_behind()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "file" ? RenderingBackend.Html(HttpStatusCode.OK) : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "download_refused"), (job.State, job.ErrorCode));
        Assert.Empty(_export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_page_that_calls_itself_a_video_leaves_nothing_behind()
    {
        _export.Backend.File = "<!DOCTYPE html><html>Sign in to the network</html>"u8.ToArray();

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "broken_export"), (job.State, job.ErrorCode));
        Assert.Empty(_export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_page_at_the_named_address_is_replaced_by_the_backends_own_download()
    {
        _export.Backend.Fault = (kind, _, request) => kind == "file" && request.RequestUri!.AbsolutePath == "/files/out.mp4"
            ? new HttpResponseMessage { Content = new ByteArrayContent("<!DOCTYPE html><html></html>"u8.ToArray()) }
            : null;

        Assert.Equal(JobState.Done, (await _export.ExportAsync()).State);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_file_that_is_there_already_is_left_alone()
    {
        Directory.CreateDirectory(_export.Folder);
        await File.WriteAllTextAsync(Path.Combine(_export.Folder, "Paradise.mp4"), "theirs");

        var job = await _export.ExportAsync();

        Assert.Equal("Paradise-2.mp4", Path.GetFileName(job.Export!.Path));
        Assert.Equal("theirs", await File.ReadAllTextAsync(Path.Combine(_export.Folder, "Paradise.mp4")));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("../../x", "x.mp4")]
    [InlineData("CON", "video-CON.mp4")]
    [InlineData("a\\u0000b", "ab.mp4")]
    [InlineData("\\u202Egpj.x", "gpj.x.mp4")]
    public async Task A_title_from_the_backend_is_no_path(string title, string name)
    {
        _export.Backend.Draft = _export.Backend.Draft.Replace("Paradise", title, StringComparison.Ordinal);

        await _export.ExportAsync();

        Assert.Equal([name], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_crash_after_the_file_got_its_name_neither_loses_nor_doubles_it()
    {
        var job = await _export.AddJobAsync();
        await _export.ExportAsync(job);
        await using (var part = await _export.OpenFolder().TakeAsync("render_9", TimeSpan.Zero, default))
        {
            await part.Stream.WriteAsync(_export.Backend.File);
            part.Publish("Dead", "mp4");
        }

        _export.Backend.Renders["render_9"] = 1;
        var ended = await _export.ExportAsync(job with { RenderId = "render_9", RenderedDraft = "d" }, mayHaveBegun: true);

        Assert.Equal((JobState.Done, "Dead.mp4"), (ended.State, Path.GetFileName(ended.Export!.Path)));
        Assert.Equal(["Dead.mp4", "Paradise.mp4"], _export.Names);
        Assert.Equal(1, _export.Backend.CountOf("file"));
    }

    [Fact(Timeout = 20_000)]
    public async Task Two_processes_at_one_export_make_one_file()
    {
        var job = await _export.AddJobAsync();
        _export.Backend.Renders["render_1"] = 1;

        _export.Clock.Hold(TimeSpan.FromSeconds(0.5));

        Task<Job>[] both = [Task.Run(() => _export.ExportAsync(job, mayHaveBegun: true)), Task.Run(() => _export.ExportAsync(job, mayHaveBegun: true))];
        await Task.WhenAny(both);
        _export.Clock.LetGo();
        var ended = await Task.WhenAll(both);

        Assert.All(ended, one => Assert.Equal((JobState.Done, "Paradise.mp4"), (one.State, Path.GetFileName(one.Export!.Path))));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task An_export_that_does_not_fit_says_what_is_free_and_needed_and_stays_to_be_asked_for()
    {
        var completed = _export.Backend.Completed;
        _export.Backend.Completed = """{"status":"completed","progress":100,"outputUrl":"/files/out.mp4","size":9000000000000000}""";
        var job = await _export.ExportAsync();
        _export.Backend.Completed = completed;

        var next = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "output_folder_full", "render_1"), (job.State, job.ErrorCode, job.RenderId));
        Assert.Contains("needed", job.Error, StringComparison.Ordinal);
        Assert.Equal((JobState.Done, "render_1", 1), (next.State, next.RenderId, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_folder_that_cannot_be_used_is_told_before_anything_is_rendered()
    {
        await File.WriteAllTextAsync(_export.Folder, "a file");

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "output_folder_missing", 0), (job.State, job.ErrorCode, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_folder_that_is_deleted_during_the_download_is_told_and_the_render_stays()
    {
        _export.Backend.Fault = (kind, _, _) =>
        {
            if (kind == "file")
            {
                Directory.Delete(_export.Folder, recursive: true);
            }

            return null;
        };
        var job = await _export.ExportAsync();
        _export.Backend.Fault = (_, _, _) => null;

        var next = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "output_folder_missing"), (job.State, job.ErrorCode));
        Assert.Equal((JobState.Done, 1), (next.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_folder_that_is_exchanged_for_a_link_during_the_download_gets_nothing()
    {
        var elsewhere = Directory.CreateDirectory(_export.Folder + "-elsewhere").FullName;
        _export.Backend.Fault = (kind, _, _) =>
        {
            if (kind == "file")
            {
                Directory.Move(_export.Folder, _export.Folder + "-moved");
                Directory.CreateSymbolicLink(_export.Folder, elsewhere);
            }

            return null;
        };

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "output_folder_missing"), (job.State, job.ErrorCode));
        Assert.Empty(Directory.GetFiles(elsewhere, "*.mp4"));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_whole_file_of_another_length_is_kept_with_a_note_when_its_bytes_were_announced()
    {
        _export.Backend.File = SmallMovie.Of(8);

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Export!.Notes, note => note.Contains("8 s long and the timeline 3 s", StringComparison.Ordinal));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_file_of_another_length_is_refused_when_nobody_announced_its_bytes()
    {
        var other = SmallMovie.Of(8);
        _export.Backend.Fault = (kind, _, _) => kind == "file" ? Unannounced(other) : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "broken_export"), (job.State, job.ErrorCode));
        Assert.Empty(_export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_studio_has_to_send_the_length_of_its_timeline()
    {
        using var export = new ExportFixture(isStudio: true);
        export.Backend.File = SmallMovie.Of(8);

        Assert.Equal("broken_export", (await export.ExportAsync()).ErrorCode);
    }

    [Fact(Timeout = 20_000)]
    public async Task Saving_is_told_in_percent()
    {
        List<string> told = [];
        RunningJob? running = null;
        _export.Backend.Fault = (kind, number, _) => (kind, number) switch
        {
            ("file", 1) => _export.Backend.Cut(2000),
            _ => null,
        };
        _export.Clock.Waited = () => told.Add(running!.Latest.Message);

        await _export.ExportAsync(begun: job => running = job);

        Assert.Contains(told, message => message.StartsWith("Saving the file… 4", StringComparison.Ordinal));
        Assert.Equal("Saving the file… 100 %", running!.Latest.Message);
    }

    private static HttpResponseMessage Unannounced(byte[] bytes) => new() { Content = new StreamContent(new PipeLike(bytes)) };

    /// <summary>A body that does not know its length.</summary>
    private sealed class PipeLike(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
