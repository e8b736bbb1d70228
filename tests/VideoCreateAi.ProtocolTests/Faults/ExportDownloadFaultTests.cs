using System.Globalization;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Transfers that break or lie, over real connections.</summary>
public sealed class ExportDownloadFaultTests : IDisposable
{
    private static readonly byte[] s_movie = SmallMovie.Of(3, 20_000);

    private readonly TempFolder _data = new();
    private readonly MemoryStream _file = new();
    private readonly List<DownloadMark> _kept = [];

    public void Dispose() => _data.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task A_body_shorter_than_its_length_is_gone_on_with()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..7000]),
            Rest(7000));

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
        Assert.Contains("Range: bytes=7000-", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("If-Range: \"v1\"", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_chunked_body_that_is_cut_is_gone_on_with()
    {
        byte[] chunk = [.. "1000\r\n"u8, .. s_movie[..4096], .. "\r\n1000\r\n"u8, .. s_movie[4096..5000]];
        await using var server = new RawServer(
            RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nTransfer-Encoding: chunked", chunk), RestFromRequested());

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_ends_with_its_connection_is_gone_on_with_until_it_is_whole(bool isAnnounced)
    {
        await using var server = new RawServer(
            RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"", s_movie[..9000]), RestFromRequested());

        var result = await DownloadAsync(server, size: isAnnounced ? s_movie.Length : null);

        Assert.Equal(s_movie, _file.ToArray());
        Assert.True(result.LengthConfirmed);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_ends_with_its_connection_and_is_whole_is_taken()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", s_movie));

        var result = await DownloadAsync(server);

        Assert.Equal((s_movie.Length, false, 1), (result.Bytes, result.LengthConfirmed, server.Requests.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_is_always_cut_at_the_same_place_is_incomplete_and_kept()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", s_movie[..9000]));

        var error = await Assert.ThrowsAsync<BackendException>(() => DownloadAsync(server));

        Assert.Equal((BackendFault.DownloadIncomplete, 3), (error.Fault, server.Requests.Count));
        Assert.Equal(9000, _kept[^1].Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task As_long_as_every_try_brings_something_it_goes_on()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..2000]),
            Slices(server: () => _file.Length, 2000));

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
        Assert.True(server.Requests.Count > 9);
    }

    [Fact(Timeout = 30_000)]
    public async Task Tries_that_bring_a_little_each_have_an_end_too()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..100]),
            Slices(server: () => _file.Length, 100));

        var error = await Assert.ThrowsAsync<BackendException>(() => DownloadAsync(server));

        Assert.Equal((BackendFault.DownloadIncomplete, 11), (error.Fault, server.Requests.Count));
        Assert.Equal(1100, _kept[^1].Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_longer_than_the_status_announced_is_stopped()
    {
        await using var server = new RawServer(RawServer.Reply("HTTP/1.1 200 OK\nContent-Type: video/mp4", [.. s_movie, .. s_movie]));

        var error = await Assert.ThrowsAsync<BackendException>(() => DownloadAsync(server, size: s_movie.Length));

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
                await stream.WriteAsync(s_movie);
            }
        });

        var error = await Assert.ThrowsAsync<BackendException>(() => DownloadAsync(server, configure: options => options.MaxDownloadBytes = 1_000_000));

        Assert.Equal((BackendFault.DownloadRefused, 0), (error.Fault, _file.Length));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("x-none")]
    public async Task A_packed_body_is_refused(string encoding)
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nContent-Encoding: {encoding}\nContent-Length: {s_movie.Length}", s_movie));

        var error = await Assert.ThrowsAsync<BackendException>(() => DownloadAsync(server));

        Assert.Equal((BackendFault.DownloadRefused, 0), (error.Fault, _file.Length));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("bytes 0-{0}/{1}", "\"v1\"")]
    [InlineData("bytes 7001-{0}/{1}", "\"v1\"")]
    [InlineData("bytes 7000-{0}/99999", "\"v1\"")]
    [InlineData("bytes 7000-{0}/{1}", "\"v2\"")]
    public async Task A_rest_that_does_not_fit_makes_it_begin_anew(string range, string tag)
    {
        var said = string.Format(CultureInfo.InvariantCulture, range, s_movie.Length - 1, s_movie.Length);
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..7000]),
            RawServer.Reply($"HTTP/1.1 206 Partial Content\nETag: {tag}\nContent-Range: {said}\nContent-Length: {s_movie.Length - 7000}", s_movie[7000..]),
            Whole());

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
        Assert.DoesNotContain("Range", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_file_that_changed_meanwhile_is_taken_whole()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"old\"\nContent-Length: 90000", new byte[7000]), Whole());

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_server_that_has_no_such_rest_is_asked_for_all_of_it_once()
    {
        await using var server = new RawServer(
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..7000]),
            RawServer.Reply("HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */500\nContent-Length: 0"),
            Whole());

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_server_that_has_no_more_than_what_is_here_has_given_it_all()
    {
        _file.Write(s_movie);
        await using var server = new RawServer(RawServer.Reply($"HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */{s_movie.Length}\nContent-Length: 0"));

        await DownloadAsync(server, mark: MarkOf(server, s_movie.Length, size: null));

        Assert.Equal((s_movie.Length, 1), (_file.Length, server.Requests.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_file_that_is_all_here_is_not_asked_for()
    {
        _file.Write(s_movie);
        await using var server = new RawServer(Whole());

        await DownloadAsync(server, mark: MarkOf(server, s_movie.Length, s_movie.Length));

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
            RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\n{header}\nContent-Length: {s_movie.Length}", s_movie[..7000]), RestFromRequested());

        await DownloadAsync(server);

        Assert.Equal(s_movie, _file.ToArray());
        Assert.Equal(asked is not null, server.Requests[1].Contains("If-Range", StringComparison.Ordinal));
        Assert.Contains(asked ?? "GET ", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_came_from_another_address_is_not_gone_on_with()
    {
        _file.Write(new byte[7000]);
        await using var server = new RawServer(RestFromRequested());

        await DownloadAsync(server, mark: new DownloadMark("elsewhere", "\"v1\"", null, s_movie.Length, 7000));

        Assert.Equal(s_movie, _file.ToArray());
        Assert.DoesNotContain("Range", server.Requests[0], StringComparison.Ordinal);
        Assert.Equal(DownloadMark.None, _kept[0]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_transfer_that_stands_still_is_broken_off_by_the_clock_and_gone_on_with()
    {
        var clock = new FakeClock();
        await using var server = new RawServer(
            async stream =>
            {
                await RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..7000])(stream);
                await stream.CopyToAsync(Stream.Null);
            },
            RestFromRequested());
        var arrived = new TaskCompletionSource();

        var download = DownloadAsync(server, clock: clock, progress: received => _ = received == 7000 && arrived.TrySetResult());
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(60));
        await clock.UntilTimerAsync(TimeSpan.FromMilliseconds(10));
        clock.Advance(TimeSpan.FromMilliseconds(10));
        await download;

        Assert.Equal(s_movie, _file.ToArray());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_caller_who_goes_away_loses_nothing_of_what_came()
    {
        using var gone = new CancellationTokenSource();
        await using var server = new RawServer(async stream =>
        {
            await RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}", s_movie[..7000])(stream);
            await stream.CopyToAsync(Stream.Null);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(
            server, progress: received => _ = received == 7000 && gone.CancelAsync().IsCompleted, cancellationToken: gone.Token));

        Assert.Equal((7000, "\"v1\""), (_kept[^1].Received, _kept[^1].EntityTag));
    }

    private static DownloadMark MarkOf(RawServer server, long received, long? size)
    {
        var address = new Uri(server.Address, "/api/render/proxy/render_1/download").GetLeftPart(UriPartial.Path).ToLowerInvariant();
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address));
        return new DownloadMark(Convert.ToHexStringLower(digest.AsSpan(0, 16)), "\"v1\"", null, size, received);
    }

    private static Func<Stream, Task> Whole() =>
        RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {s_movie.Length}\nConnection: close", s_movie);

    private static Func<Stream, Task> Rest(int from) => RawServer.Reply(
        $"HTTP/1.1 206 Partial Content\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Range: bytes {from}-{s_movie.Length - 1}/{s_movie.Length}\nContent-Length: {s_movie.Length - from}\nConnection: close",
        s_movie[from..]);

    private Func<Stream, Task> RestFromRequested() => stream => _rangeAsked() is var from and > 0 ? Rest(from)(stream) : Whole()(stream);

    private Func<int> _rangeAsked = () => 0;

    private static Func<Stream, Task> Slices(Func<long> server, int bytes) => stream =>
    {
        var from = (int)server();
        return RawServer.Reply(
            $"HTTP/1.1 206 Partial Content\nETag: \"v1\"\nContent-Range: bytes {from}-{s_movie.Length - 1}/{s_movie.Length}\nContent-Length: {s_movie.Length - from}",
            s_movie[from..Math.Min(s_movie.Length, from + bytes)])(stream);
    };

    private async Task<DownloadResult> DownloadAsync(
        RawServer server, long? size = null, DownloadMark? mark = null, Action<GatewayOptions>? configure = null, TimeProvider? clock = null,
        Action<long>? progress = null, CancellationToken cancellationToken = default)
    {
        _rangeAsked = () => server.Requests[^1] is var head && head.IndexOf("bytes=", StringComparison.Ordinal) is var at and > 0
            ? int.Parse(head.AsSpan(at + 6, head.IndexOf('-', at) - at - 6), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        using var client = GatewayFixture.NewClient(
            server.Address,
            _data,
            options =>
            {
                options.MaxTries = 1;
                configure?.Invoke(options);
            },
            clock);
        var target = new DownloadTarget(_file)
        {
            Mark = mark ?? DownloadMark.None,
            Keep = _kept.Add,
            IsWhole = () => FinishedVideo.IsWhole(_file, "mp4"),
            Progress = progress is null ? null : new Heard(progress),
        };
        return await client.DownloadRenderAsync(
            new RenderStatus { Id = "render_1", Status = RenderStatus.Completed, Size = size }, target, cancellationToken);
    }

    private sealed class Heard(Action<long> heard) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => heard(value.Received);
    }
}
