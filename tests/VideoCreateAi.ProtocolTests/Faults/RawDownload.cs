using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>A download of one file over a real connection, and what there is to see of it.</summary>
internal sealed class RawDownload : IDisposable
{
    public static readonly byte[] Movie = SmallMovie.Of(3, 20_000);

    private readonly TempFolder _data = new();
    private Func<int> _rangeAsked = () => 0;

    public MemoryStream File { get; } = new();

    /// <summary>What the target was told to keep.</summary>
    public List<DownloadMark> Kept { get; } = [];

    public void Dispose() => _data.Dispose();

    public static DownloadMark MarkOf(RawServer server, long received, long? size)
    {
        var address = new Uri(server.Address, "/api/render/proxy/render_1/download").GetLeftPart(UriPartial.Path).ToLowerInvariant();
        return new DownloadMark(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16)), "\"v1\"", null, size, received);
    }

    public static Func<Stream, Task> Whole() =>
        RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Length: {Movie.Length}\nConnection: close", Movie);

    /// <summary>The beginning, announced as the whole.</summary>
    public static Func<Stream, Task> Cut(int bytes, string header = "ETag: \"v1\"") =>
        RawServer.Reply($"HTTP/1.1 200 OK\nContent-Type: video/mp4\n{header}\nContent-Length: {Movie.Length}", Movie[..bytes]);

    public static Func<Stream, Task> Rest(int from) => RawServer.Reply(
        $"HTTP/1.1 206 Partial Content\nContent-Type: video/mp4\nETag: \"v1\"\nContent-Range: bytes {from}-{Movie.Length - 1}/{Movie.Length}\nContent-Length: {Movie.Length - from}\nConnection: close",
        Movie[from..]);

    public Func<Stream, Task> WhatIsAskedFor() => stream => _rangeAsked() is var from and > 0 ? Rest(from)(stream) : Whole()(stream);

    /// <summary>The rest is promised and so much of it comes.</summary>
    public Func<Stream, Task> Slices(int bytes) => stream =>
    {
        var from = _rangeAsked();
        return RawServer.Reply(
            $"HTTP/1.1 206 Partial Content\nETag: \"v1\"\nContent-Range: bytes {from}-{Movie.Length - 1}/{Movie.Length}\nContent-Length: {Movie.Length - from}",
            Movie[from..Math.Min(Movie.Length, from + bytes)])(stream);
    };

    public async Task<DownloadResult> RunAsync(
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
        var target = new DownloadTarget(File)
        {
            Mark = mark ?? DownloadMark.None,
            Keep = Kept.Add,
            IsWhole = () => FinishedVideo.IsWhole(File, "mp4"),
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
