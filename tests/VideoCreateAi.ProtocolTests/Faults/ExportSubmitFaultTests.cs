using System.Net;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

public sealed class ExportSubmitFaultTests : IDisposable
{
    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Fact(Timeout = 20_000)]
    public async Task An_export_without_a_fault_is_one_render_one_download_and_one_file()
    {
        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, "Paradise.mp4"), (job.State, Path.GetFileName(job.Export?.Path)));
        Assert.Equal(["Paradise.mp4"], _export.Names);
        Assert.Equal((1, 1), (_export.Backend.CountOf("submit"), _export.Backend.CountOf("file")));
        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(job.Export!.Path));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_crash_before_the_submit_ends_in_a_submit_of_the_same_id()
    {
        var job = await _export.AddJobAsync();

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal(JobState.Done, ended.State);
        Assert.Equal(["render_1"], _export.Backend.Renders.Keys);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_crash_after_the_submit_goes_on_with_the_render_that_is_there()
    {
        var job = await _export.AddJobAsync();
        _export.Backend.Renders["render_1"] = 0;

        var ended = await _export.ExportAsync(job, mayHaveBegun: true);

        Assert.Equal((JobState.Done, 0), (ended.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task What_is_rendered_is_written_down_before_it_is_sent()
    {
        string? written = null;
        var job = await _export.AddJobAsync();
        _export.Backend.Fault = (kind, _, _) =>
        {
            written ??= kind == "submit" ? _export.RowOfAsync(job.Id).GetAwaiter().GetResult().RenderedDraft : null;
            return null;
        };

        var ended = await _export.ExportAsync(job);

        Assert.NotNull(written);
        Assert.Equal((written, JobState.Done), (ended.RenderedDraft, ended.State));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_submit_whose_reply_was_lost_is_settled_by_asking_for_its_id()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "submit" ? Taken(() => throw new IOException("Connection reset by peer")) : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_submit_that_never_arrived_is_sent_once_more_under_its_id()
    {
        _export.Backend.Fault = (kind, number, _) => (kind, number) == ("submit", 1) ? throw new IOException("Connection reset by peer") : null;

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(["submit render_1", "submit render_1"], _export.Backend.Requests.Where(request => request.StartsWith("submit", StringComparison.Ordinal)));
        Assert.True(_export.Clock.Now >= TimeSpan.FromSeconds(60));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_falls_silent_after_the_submit_is_asked_until_it_speaks_again()
    {
        _export.Backend.Fault = (kind, number, _) => kind switch
        {
            "submit" => Taken(() => throw new IOException("Connection reset by peer")),
            "status" when number < 8 => throw new HttpRequestException(HttpRequestError.ConnectionError),
            _ => null,
        };

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_submit_of_which_nothing_can_be_learnt_is_not_told_as_not_sent()
    {
        _export.Backend.Fault = (kind, _, _) => kind is "submit" or "status" ? throw new IOException("Connection reset by peer") : null;

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Unknown, job.State);
        Assert.DoesNotContain("Nothing was sent", job.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.OK)]
    public async Task An_id_that_the_backend_has_already_is_adopted(HttpStatusCode status)
    {
        _export.Backend.Fault = (kind, _, _) => kind == "submit"
            ? Taken(() => RenderingBackend.Json("""{"code":409,"message":"exists"}""", status))
            : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_renders_one_id_twice_gives_one_file()
    {
        _export.Backend.Fault = (kind, number, _) => (kind, number) is ("submit", 1) ? throw new IOException("Connection reset by peer")
            : kind == "status" && number < 14 ? RenderingBackend.Json("{}", HttpStatusCode.NotFound)
            : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("file")));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_definite_refusal_of_the_submit_ends_it()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "submit" ? RenderingBackend.Json("""{"code":402,"message":"plan"}""", HttpStatusCode.PaymentRequired) : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "export_blocked_by_plan", 1), (job.State, job.ErrorCode, _export.Backend.CountOf("submit")));
    }

    private HttpResponseMessage Taken(Func<HttpResponseMessage> answer)
    {
        _export.Backend.Renders.TryAdd("render_1", 0);
        return answer();
    }
}
