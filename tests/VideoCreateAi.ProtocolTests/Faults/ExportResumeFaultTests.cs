using System.Globalization;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Transfers that are taken up again, with servers that keep to their words or do not.</summary>
public sealed class ExportResumeFaultTests : IDisposable
{
    private readonly RawDownload _download = new();

    public void Dispose() => _download.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task A_body_shorter_than_its_length_is_gone_on_with()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000]),
            RawDownload.Rest(7000));

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.Contains("Range: bytes=7000-", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("If-Range: \"v1\"", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task As_long_as_every_try_brings_something_it_goes_on()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..2000]),
            _download.Slices(2000));

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.True(server.Requests.Count > 9);
    }

    [Fact(Timeout = 30_000)]
    public async Task Tries_that_bring_a_little_each_have_an_end_too()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..100]),
            _download.Slices(100));

        var error = await Assert.ThrowsAsync<BackendException>(() => _download.RunAsync(server));

        Assert.Equal((BackendFault.DownloadIncomplete, 11), (error.Fault, server.Requests.Count));
        Assert.Equal(1100, _download.Kept[^1].Received);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("bytes 0-{0}/{1}", "\"v1\"")]
    [InlineData("bytes 7001-{0}/{1}", "\"v1\"")]
    [InlineData("bytes 7000-{0}/99999", "\"v1\"")]
    [InlineData("bytes 7000-{0}/{1}", "\"v2\"")]
    public async Task A_rest_that_does_not_fit_makes_it_begin_anew(string range, string tag)
    {
        var said = string.Format(CultureInfo.InvariantCulture, range, RawDownload.Movie.Length - 1, RawDownload.Movie.Length);
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000]),
            RawServer.Reply($"HTTP/1.1 206 Partial Content\nETag: {tag}\nContent-Range: {said}\nContent-Length: {RawDownload.Movie.Length - 7000}", RawDownload.Movie[7000..]),
            RawDownload.Whole());

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.DoesNotContain("Range", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_file_that_changed_meanwhile_is_taken_whole()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"old\"\nContent-Length: 90000", new byte[7000]), RawDownload.Whole());

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_server_that_has_no_such_rest_is_asked_for_all_of_it_once()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000]),
            RawServer.Reply("HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */500\nContent-Length: 0"),
            RawDownload.Whole());

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_server_that_has_no_more_than_what_is_here_has_given_it_all()
    {
        _download.File.Write(RawDownload.Movie);
        await using var server = new RawServer(RawServer.Reply($"HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */{RawDownload.Movie.Length}\nContent-Length: 0"));

        await _download.RunAsync(server, mark: RawDownload.MarkOf(server, RawDownload.Movie.Length, size: null));

        Assert.Equal((RawDownload.Movie.Length, 1), (_download.File.Length, server.Requests.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_file_that_is_all_here_is_not_asked_for()
    {
        _download.File.Write(RawDownload.Movie);
        await using var server = new RawServer(RawDownload.Whole());

        await _download.RunAsync(server, mark: RawDownload.MarkOf(server, RawDownload.Movie.Length, RawDownload.Movie.Length));

        Assert.Empty(server.Requests);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("ETag: W/\"v1\"", null)]
    [InlineData("X-None: 1", null)]
    [InlineData("Date: Thu, 01 Jan 2026 00:00:00 GMT\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT", null)]
    [InlineData("Date: Thu, 01 Jan 2026 00:01:00 GMT\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT", "If-Range: Thu, 01 Jan 2026 00:00:00 GMT")]
    [InlineData("Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\nETag: \"v1\"", "If-Range: \"v1\"")]
    public async Task Only_a_mark_that_tells_versions_apart_is_gone_on_with(string header, string? asked)
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\n{header}\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000]), _download.WhatIsAskedFor());

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.Equal(asked is not null, server.Requests[1].Contains("If-Range", StringComparison.Ordinal));
        Assert.Contains(asked ?? "GET ", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_came_from_another_address_is_not_gone_on_with()
    {
        _download.File.Write(new byte[7000]);
        await using var server = new RawServer(_download.WhatIsAskedFor());

        await _download.RunAsync(server, mark: new DownloadMark("elsewhere", "\"v1\"", null, RawDownload.Movie.Length, 7000));

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.DoesNotContain("Range", server.Requests[0], StringComparison.Ordinal);
        Assert.Equal(DownloadMark.None, _download.Kept[0]);
    }
}
