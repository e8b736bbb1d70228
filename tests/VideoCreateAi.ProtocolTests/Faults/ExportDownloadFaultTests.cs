using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Transfers that break or lie, over real connections.</summary>
public sealed class ExportDownloadFaultTests : IDisposable
{
    private readonly RawDownload _download = new();

    public void Dispose() => _download.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task A_chunked_body_that_is_cut_is_gone_on_with()
    {
        byte[] chunk = [.. "1000\r\n"u8, .. RawDownload.Movie[..4096], .. "\r\n1000\r\n"u8, .. RawDownload.Movie[4096..5000]];
        await using var server = new RawServer(
            RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nTransfer-Encoding: chunked", chunk), _download.WhatIsAskedFor());

        await _download.RunAsync(server);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_ends_with_its_connection_is_gone_on_with_until_it_is_whole(bool isAnnounced)
    {
        await using var server = new RawServer(
            RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"", RawDownload.Movie[..9000]), _download.WhatIsAskedFor());

        var result = await _download.RunAsync(server, size: isAnnounced ? RawDownload.Movie.Length : null);

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
        Assert.True(result.LengthConfirmed);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_ends_with_its_connection_and_is_whole_is_taken()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", RawDownload.Movie));

        var result = await _download.RunAsync(server);

        Assert.Equal((RawDownload.Movie.Length, false, 1), (result.Bytes, result.LengthConfirmed, server.Requests.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_is_always_cut_at_the_same_place_is_incomplete_and_kept()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", RawDownload.Movie[..9000]));

        var error = await Assert.ThrowsAsync<BackendException>(() => _download.RunAsync(server));

        Assert.Equal((BackendFault.DownloadIncomplete, 3), (error.Fault, server.Requests.Count));
        Assert.Equal(9000, _download.Kept[^1].Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_longer_than_the_status_announced_is_stopped()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", [.. RawDownload.Movie, .. RawDownload.Movie]));

        var error = await Assert.ThrowsAsync<BackendException>(() => _download.RunAsync(server, size: RawDownload.Movie.Length));

        Assert.Equal(BackendFault.DownloadRefused, error.Fault);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_without_an_end_is_stopped_at_the_cap()
    {
        await using var server = new RawServer(async stream =>
        {
            await RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4")(stream);
            while (true)
            {
                await stream.WriteAsync(RawDownload.Movie);
            }
        });

        var error = await Assert.ThrowsAsync<BackendException>(() => _download.RunAsync(server, configure: options => options.MaxDownloadBytes = 1_000_000));

        Assert.Equal((BackendFault.DownloadRefused, 0), (error.Fault, _download.File.Length));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("x-none")]
    public async Task A_packed_body_is_refused(string encoding)
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nContent-Encoding: {encoding}\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie));

        var error = await Assert.ThrowsAsync<BackendException>(() => _download.RunAsync(server));

        Assert.Equal((BackendFault.DownloadRefused, 0), (error.Fault, _download.File.Length));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_transfer_that_stands_still_is_broken_off_by_the_clock_and_gone_on_with()
    {
        var clock = new FakeClock();
        await using var server = new RawServer(
            async stream =>
            {
                await RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000])(stream);
                await stream.CopyToAsync(Stream.Null);
            },
            _download.WhatIsAskedFor());
        var arrived = new TaskCompletionSource();

        var download = _download.RunAsync(server, clock: clock, progress: received => _ = received == 7000 && arrived.TrySetResult());
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(60));
        await clock.UntilTimerAsync(TimeSpan.FromMilliseconds(10));
        clock.Advance(TimeSpan.FromMilliseconds(10));
        await download;

        Assert.Equal(RawDownload.Movie, _download.File.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_caller_who_goes_away_loses_nothing_of_what_came()
    {
        using var gone = new CancellationTokenSource();
        await using var server = new RawServer(async stream =>
        {
            await RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {RawDownload.Movie.Length}", RawDownload.Movie[..7000])(stream);
            await stream.CopyToAsync(Stream.Null);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _download.RunAsync(
            server, progress: received => _ = received == 7000 && gone.CancelAsync().IsCompleted, cancellationToken: gone.Token));

        Assert.Equal((7000, "\"v1\""), (_download.Kept[^1].Received, _download.Kept[^1].EntityTag));
    }
}
