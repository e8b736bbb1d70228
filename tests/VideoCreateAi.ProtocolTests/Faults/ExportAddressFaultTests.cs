using System.Net;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Where a backend says that its files lie.</summary>
public sealed class ExportAddressFaultTests : IDisposable
{
    private const string Own = "/api/render/proxy/render_1/download";

    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Theory(Timeout = 20_000)]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://cdn.example/out.mp4")]
    [InlineData("http://127.0.0.1/out.mp4")]
    [InlineData("http://backend.example/out.mp4")]
    [InlineData("https://user:secret@cdn.example/out.mp4")]
    [InlineData("https://cdn.example:8443/out.mp4")]
    [InlineData("ftp://cdn.example/out.mp4")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("")]
    public async Task An_address_that_is_not_safe_is_not_opened_and_the_backend_is_asked_itself(string address)
    {
        Name(address);

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Empty(_export.Outside.Requests);
        Assert.Equal([$"file {Own}"], _export.Backend.Requests.Where(request => request.StartsWith("file", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_relative_address_is_the_backends_own()
    {
        Name("files/out.mp4");

        await _export.ExportAsync();

        Assert.Contains("file /files/out.mp4", _export.Backend.Requests);
    }

    [Fact(Timeout = 20_000)]
    public async Task Neither_token_nor_client_id_goes_to_another_server()
    {
        Name("https://cdn.example/out.mp4?signature=s");
        _export.Outside.Answer = (_, request) => _export.Backend.WholeOrRest(request);

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Empty(_export.Outside.Requests.Single().Headers);
        Assert.Equal(0, _export.Backend.CountOf("file"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://cdn.example/b.mp4")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("https://user:secret@cdn.example/b.mp4")]
    [InlineData("https://cdn.example:22/b.mp4")]
    [InlineData("//cdn.example:22/b.mp4")]
    public async Task Each_hop_of_a_redirect_is_judged(string location)
    {
        Name("https://cdn.example/a.mp4");
        _export.Outside.Answer = (_, _) => Redirect(location);

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Single(_export.Outside.Requests);
        Assert.Contains($"file {Own}", _export.Backend.Requests);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_redirect_to_a_safe_address_is_followed()
    {
        Name("https://cdn.example/a.mp4");
        _export.Outside.Answer = (number, request) => number == 1 ? Redirect("https://files.example/b.mp4") : _export.Backend.WholeOrRest(request);

        await _export.ExportAsync();

        Assert.Equal(["cdn.example", "files.example"], _export.Outside.Requests.Select(request => request.RequestUri!.Host));
    }

    [Fact(Timeout = 20_000)]
    public async Task Redirects_have_an_end()
    {
        Name("https://cdn.example/a.mp4");
        _export.Outside.Answer = (number, _) => Redirect($"https://cdn.example/{number}.mp4");

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 5), (job.State, _export.Outside.Requests.Count));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task An_address_that_has_expired_is_asked_for_again(HttpStatusCode status)
    {
        Name("https://cdn.example/out.mp4?expires=1");
        _export.Outside.Answer = (number, request) =>
        {
            Name("https://cdn.example/out.mp4?expires=2");
            return number == 1 ? new HttpResponseMessage(status) : _export.Backend.WholeOrRest(request);
        };

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Backend.CountOf("submit")));
        Assert.Equal(["?expires=1", "?expires=2"], _export.Outside.Requests.Select(request => request.RequestUri!.Query));
        Assert.Equal(0, _export.Backend.CountOf("file"));
    }

    [Fact(Timeout = 20_000)]
    public async Task An_address_that_expires_on_the_way_is_gone_on_with_under_its_new_signature()
    {
        Name("https://cdn.example/out.mp4?expires=1");
        _export.Outside.Answer = (number, request) =>
        {
            Name("https://cdn.example/out.mp4?expires=2");
            return number switch
            {
                1 => _export.Backend.Cut(2000),
                2 => new HttpResponseMessage(HttpStatusCode.Forbidden),
                _ => _export.Backend.WholeOrRest(request),
            };
        };

        var job = await _export.ExportAsync();

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal("bytes=2000-", _export.Outside.Requests[2].Headers.Range!.ToString());
        Assert.Equal(_export.Backend.File, await File.ReadAllBytesAsync(job.Export!.Path));
    }

    [Fact(Timeout = 20_000)]
    public async Task An_address_that_stays_expired_is_replaced_by_the_backends_own_download()
    {
        Name("https://cdn.example/out.mp4");
        _export.Outside.Answer = (_, _) => new HttpResponseMessage(HttpStatusCode.Forbidden);

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 1), (job.State, _export.Outside.Requests.Count));
        Assert.Contains($"file {Own}", _export.Backend.Requests);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_server_of_files_that_fails_is_asked_again_before_the_backend_is()
    {
        Name("https://cdn.example/out.mp4");
        _export.Outside.Answer = (number, request) =>
            number == 1 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : _export.Backend.WholeOrRest(request);

        var job = await _export.ExportAsync();

        Assert.Equal((JobState.Done, 0), (job.State, _export.Backend.CountOf("file")));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_signature_of_an_address_is_not_written_down()
    {
        Name("https://cdn.example/out.mp4?signature=topsecret");
        _export.Outside.Answer = (number, _) => number == 1 ? _export.Backend.Cut(2000) : throw new IOException("Connection reset by peer");
        _export.Backend.Fault = (kind, _, _) => kind == "file" ? throw new IOException("Connection reset by peer") : null;

        await _export.ExportAsync();

        var mark = await File.ReadAllTextAsync(Path.Combine(_export.Folder, ".render_1.videocreateai.json"));
        Assert.DoesNotContain("topsecret", mark, StringComparison.Ordinal);
        Assert.DoesNotContain("nmv_", mark, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Redirect(string location)
    {
        var reply = new HttpResponseMessage(HttpStatusCode.Found);
        reply.Headers.TryAddWithoutValidation("Location", location);
        return reply;
    }

    private void Name(string address) =>
        _export.Backend.Completed = $$"""{"status":"completed","progress":100,"outputUrl":"{{address}}"}""";
}
