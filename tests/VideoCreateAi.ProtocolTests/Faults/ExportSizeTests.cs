using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.ProtocolTests.Gateway;

namespace VideoCreateAi.ProtocolTests.Faults;

public sealed class ExportSizeTests
{
    private const long Bytes = 500L * 1024 * 1024;

    [Fact(Timeout = 120_000)]
    public async Task A_large_export_is_written_piece_by_piece()
    {
        using var server = new OutsideServer
        {
            Answer = (_, _) => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StreamContent(new GeneratedStream(Bytes)) { Headers = { ContentLength = Bytes, ContentType = new("video/mp4") } },
            },
        };
        using var client = BackendClientFactory.Create(
            BackendDescription.Cloud(new Uri("https://backend.example/")),
            new GatewayOptions { Token = GatewayFixture.Token, ProductVersion = "1.2.3" },
            server,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        using var file = new Pieces();
        List<long> kept = [];

        await client.DownloadRenderAsync(
            new RenderStatus { Id = "render_1", Status = RenderStatus.Completed, Size = Bytes },
            new DownloadTarget(file) { Keep = mark => kept.Add(mark.Received) },
            default);

        Assert.Equal(Bytes, file.Length);
        Assert.True(file.Largest <= 128 * 1024 && file.Buffers == 1);
        Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 9 * 1024 * 1024));
    }

    /// <summary>Keeps no byte, and knows in how many buffers they came.</summary>
    private sealed class Pieces : Stream
    {
        private readonly HashSet<byte[]> _buffers = [];
        private long _length;

        public int Largest { get; private set; }

        public int Buffers => _buffers.Count;

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => Assert.Equal(_length, value);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(buffer, out var piece));
            _buffers.Add(piece.Array!);
            Largest = Math.Max(Largest, buffer.Length);
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void SetLength(long value) => _length = value;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
