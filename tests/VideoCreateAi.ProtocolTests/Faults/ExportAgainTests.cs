using System.Net;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

public sealed class ExportAgainTests : IDisposable
{
    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Fact(Timeout = 20_000)]
    public async Task The_same_export_asked_for_twice_is_the_file_that_is_there()
    {
        var first = await _export.ExportAsync();

        var second = await _export.ExportAsync();

        Assert.Equal((JobState.Done, first.Export!.Path, 1), (second.State, second.Export!.Path, _export.Backend.CountOf("submit")));
        Assert.Contains(second.Export.Notes, note => note.Contains("not rendered again", StringComparison.Ordinal));
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_third_time_says_it_once()
    {
        await _export.ExportAsync();
        await _export.ExportAsync();

        Assert.Single((await _export.ExportAsync()).Export!.Notes);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_forced_export_is_rendered_again_under_a_new_name()
    {
        await _export.ExportAsync();

        var second = await _export.ExportAsync(request: new ExportRequest { Force = true });

        Assert.Equal(("Paradise-2.mp4", 2), (Path.GetFileName(second.Export!.Path), _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_changed_timeline_is_rendered()
    {
        await _export.ExportAsync();
        _export.Backend.Draft = _export.Backend.Draft.Replace("a.jpg", "b.jpg", StringComparison.Ordinal);

        await _export.ExportAsync();

        Assert.Equal(2, _export.Backend.CountOf("submit"));
    }

    [Fact(Timeout = 20_000)]
    public async Task Other_settings_are_rendered()
    {
        await _export.ExportAsync();

        await _export.ExportAsync(request: new ExportRequest { Resolution = "720p" });

        Assert.Equal(2, _export.Backend.CountOf("submit"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_the_user_removed_or_changed_is_rendered_again(bool removed)
    {
        var first = await _export.ExportAsync();
        if (removed)
        {
            File.Delete(first.Export!.Path);
        }
        else
        {
            await File.AppendAllTextAsync(first.Export!.Path, "x");
        }

        var second = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 2), (second.State, _export.Backend.CountOf("submit")));
    }

    [Fact(Timeout = 20_000)]
    public async Task An_export_whose_download_failed_is_gone_on_with_and_not_rendered_again()
    {
        _export.Backend.Fault = (kind, number, request) => kind != "file" ? null
            : number == 1 ? _export.Backend.Cut(1000)
            : throw new IOException("Connection reset by peer");
        var first = await _export.ExportAsync();
        HttpRequestMessage? asked = null;
        _export.Backend.Fault = (kind, _, request) =>
        {
            asked = kind == "file" ? request : asked;
            return null;
        };

        var second = await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "download_incomplete", "render_1"), (first.State, first.ErrorCode, first.RenderId));
        Assert.Equal((JobState.Done, "render_1", 1), (second.State, second.RenderId, _export.Backend.CountOf("submit")));
        Assert.Equal("bytes=1000-", asked!.Headers.Range!.ToString());
        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(second.Export!.Path));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_that_failed_is_not_gone_on_with()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "status" ? RenderingBackend.Json("""{"status":"failed","error":"x"}""") : null;
        await _export.ExportAsync();
        _export.Backend.Fault = (_, _, _) => null;

        var second = await _export.ExportAsync();

        Assert.Equal((JobState.Done, "render_2"), (second.State, second.RenderId));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_render_whose_file_was_broken_is_made_anew()
    {
        _export.Backend.Fault = (kind, _, _) => kind == "file" ? Page() : null;
        var first = await _export.ExportAsync();
        _export.Backend.Fault = (_, _, _) => null;

        var second = await _export.ExportAsync();

        Assert.Equal("broken_export", first.ErrorCode);
        Assert.Equal((JobState.Done, "render_2"), (second.State, second.RenderId));
    }

    [Fact(Timeout = 20_000)]
    public async Task Two_of_the_same_at_once_share_one_render_and_one_file()
    {
        var (first, second) = (await _export.AddJobAsync(), await _export.AddJobAsync());

        _export.Clock.Hold(TimeSpan.FromSeconds(0.5));

        Task<Job>[] both = [Task.Run(() => _export.ExportAsync(first)), Task.Run(() => _export.ExportAsync(second))];
        await Task.WhenAny(both);
        _export.Clock.LetGo();
        var ended = await Task.WhenAll(both);

        Assert.All(ended, job => Assert.Equal(JobState.Done, job.State));
        Assert.Single(_export.Backend.Renders);
        Assert.Equal(["Paradise.mp4"], _export.Names);
    }

    private static HttpResponseMessage Page()
    {
        var page = RenderingBackend.Html(HttpStatusCode.OK);
        page.Content.Headers.ContentType = new("video/mp4");
        return page;
    }
}
