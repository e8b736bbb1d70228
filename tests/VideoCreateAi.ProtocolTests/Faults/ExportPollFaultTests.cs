using System.Net;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

public sealed class ExportPollFaultTests : IDisposable
{
    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    public static TheoryData<string> PassingFaults => ["500", "502 page", "200 page", "reset", "refused", "429", "empty", "half", "null"];

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(PassingFaults))]
    public async Task A_fault_that_passes_does_not_end_the_poll(string fault)
    {
        _export.Backend.Fault = (kind, number, _) => kind == "status" && number <= 3 ? Faulty(fault) : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_poll_backs_off_from_2_to_30_seconds()
    {
        _export.Backend.Fault = (kind, number, _) => kind == "status" && number <= 6 ? Faulty("500") : null;

        await _export.ExportAsync();

        Assert.Equal([30, 2, 4, 8, 16, 30, 30, 30], _export.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_studio_is_asked_every_half_second_and_backs_off_from_there()
    {
        using var export = new ExportFixture(isStudio: true);
        export.Backend.Fault = (kind, number, _) => kind == "status" && number <= 3 ? Faulty("500") : null;

        var job = await export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal([0.5, 0.5, 1, 2, 0.5], export.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_asks_for_a_pause_gets_it()
    {
        _export.Backend.Fault = (kind, number, _) => (kind, number) == ("status", 1) ? Faulty("429") : null;

        await _export.ExportAsync();

        Assert.Contains(TimeSpan.FromSeconds(17), _export.Clock.Waits);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_that_never_comes_back_leaves_the_export_unclear_at_the_deadline()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "status" ? Faulty("502 page") : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Unknown, "render_1"), (job.State, job.RenderId));
        Assert.InRange(_export.Clock.Now, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_that_never_ends_is_unclear_at_the_deadline_and_the_next_call_goes_on_with_it()
    {
        var progress = 0;
        _export.Backend.Fault = (kind, _, _) => kind == "status" ? Status("processing", Math.Min(99, ++progress)) : null;
        var job = await _export.ExportAsync();
        _export.Backend.Fault = (_, _, _) => null;

        var next = await _export.ExportAsync();

        Assert.Equal((JobState.Unknown, JobState.Done), (job.State, next.State));
        Assert.Equal("render_1", next.RenderId);
        Assert.Equal(1, _export.Backend.CountOf("submit"));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_that_stands_at_99_percent_is_unclear_before_the_deadline()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "status" ? Status("processing", 99) : null;

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Unknown, job.State);
        Assert.Contains("99 %", job.Error, StringComparison.Ordinal);
        Assert.True(_export.Clock.Now < TimeSpan.FromMinutes(12));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_failed_render_is_final_and_says_why()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "status"
            ? RenderingBackend.Json("""{"success":true,"data":{"status":"failed","error":"A clip is damaged."}}""")
            : null;

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "render_failed"), (job.State, job.ErrorCode));
        Assert.Contains("A clip is damaged.", job.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), (_export.Backend.CountOf("submit"), _export.Backend.CountOf("status")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_word_that_is_not_known_is_a_render_that_runs()
    {
        _export.Backend.Fault = (kind, number, _) => kind == "status" && number < 4 ? Status("defragmenting", 10 * number) : null;

        Assert.Equal(JobState.Done, (await _export.ExportAsync()).State);
    }

    [Fact(Timeout = 20_000)]
    public async Task Progress_that_goes_back_is_not_shown_as_going_back()
    {
        double[] said = [10, 60, 20, 5, 80, 100];
        List<double> shown = [];
        RunningJob? running = null;
        _export.Backend.Fault = (kind, number, _) => kind == "status" && number <= said.Length ? Status("processing", said[number - 1]) : null;
        _export.Clock.Waited = () => shown.Add(running!.Latest.Percent);

        await _export.ExportAsync(begun: job => running = job);

        Assert.Equal(shown.Order(), shown);
        Assert.True(shown.Max() > shown.Min());
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_that_is_not_found_for_a_moment_is_asked_for_again()
    {
        _export.Backend.Fault = (kind, number, _) => kind == "status" && number is 2 or 3 ? RenderingBackend.Json("{}", HttpStatusCode.NotFound) : null;

        Assert.Equal(JobState.Done, (await _export.ExportAsync()).State);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_that_is_not_found_for_a_minute_is_told_as_lost_and_rendered_anew_by_the_next_call()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "status" ? RenderingBackend.Json("{}", HttpStatusCode.NotFound) : null;
        var job = await _export.ExportAsync();
        _export.Backend.Fault = (_, _, _) => null;

        var next = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "render_lost"), (job.State, job.ErrorCode));
        Assert.Equal((JobState.Done, "render_2"), (next.State, next.RenderId));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_without_an_address_is_fetched_over_the_backend()
    {
        _export.Backend.Completed = """{"status":"completed","progress":100}""";

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains("file /api/render/proxy/render_1/download", _export.Backend.Requests);
    }

    private static HttpResponseMessage Status(string word, double progress) => RenderingBackend.Json(
        FormattableString.Invariant($$$"""{"success":true,"data":{"status":"{{{word}}}","progress":{{{progress}}}}}"""));

    private static HttpResponseMessage Faulty(string fault)
    {
        switch (fault)
        {
            case "500":
                return RenderingBackend.Json("""{"code":500,"message":"oops"}""", HttpStatusCode.InternalServerError);
            case "502 page":
                return RenderingBackend.Html(HttpStatusCode.BadGateway);
            case "200 page":
                return RenderingBackend.Html(HttpStatusCode.OK);
            case "reset":
                throw new IOException("Connection reset by peer");
            case "refused":
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case "429":
                var reply = RenderingBackend.Json("{}", HttpStatusCode.TooManyRequests);
                reply.Headers.RetryAfter = new(TimeSpan.FromSeconds(17));
                return reply;
            case "empty":
                return RenderingBackend.Json("");
            case "half":
                return RenderingBackend.Json("""{"success":true,"da""");
            default:
                return RenderingBackend.Json("null");
        }
    }
}
