using System.IO.Pipes;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.UnitTests.Studio.Ffmpeg;

public sealed class PipeLoanTests
{
    // Above and below what a pipe holds: lent, and copied.
    [Theory]
    [InlineData(3_110_401)]
    [InlineData(1024 * 1024)]
    [InlineData(100_000)]
    [InlineData(17)]
    public async Task A_reader_gets_what_was_lent_though_each_buffer_is_used_again_after_the_next_write(int length)
    {
        const int Frames = 12;
        byte[][] buffers = [GC.AllocateUninitializedArray<byte>(length, pinned: true), GC.AllocateUninitializedArray<byte>(length, pinned: true)];
        await using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        PipeSize.Enlarge(writer);
        var reading = Task.Run(() => ReadAsync(reader, length));

        for (var i = 0; i < Frames; i++)
        {
            var buffer = buffers[i % 2];
            Fill(buffer, i);
            await (i == Frames - 1
                ? writer.WriteAsync(buffer, CancellationToken.None)
                : PipeLoan.WriteAsync(writer, buffer, CancellationToken.None));
        }

        await writer.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, Frames), await reading);
    }

    // The number of each frame, or -1 for one whose bytes do not belong together.
    private static async Task<List<int>> ReadAsync(Stream stream, int length)
    {
        List<int> numbers = [];
        var (got, wanted) = (new byte[length], new byte[length]);
        while (await stream.ReadAtLeastAsync(got, length, throwOnEndOfStream: false) == length)
        {
            Fill(wanted, got[0]);
            numbers.Add(got.AsSpan().SequenceEqual(wanted) ? got[0] : -1);
        }

        return numbers;
    }

    private static void Fill(byte[] buffer, int number)
    {
        for (var i = 0; i < buffer.Length; i++)
        {
            buffer[i] = (byte)(number + i * 7 % 251);
        }

        buffer[0] = (byte)number;
    }
}
