using System.Buffers.Binary;

namespace VideoCreateAi.Mcp.Files;

/// <summary>What a finished sound file says of its own length, held against the bytes that are there.</summary>
internal static class SoundFrames
{
    private const int ChunkHeader = 8;
    private const int WaveHeader = 12;
    private const int FrameHeader = 4;
    private const int Mp3Samples = 1152;

    // Of the first frame: flags, then frames and bytes where the flags say that they are there.
    private const uint HasFrames = 1;
    private const uint HasBytes = 2;
    private const int TableBytes = 100;
    private const int DelayOffset = 21;
    private const int AboutBytes = 12 + TableBytes + 4 + DelayOffset + 3;

    private static readonly int[] s_rates = [44_100, 48_000, 32_000];

    /// <exception cref="FinishedVideoException">Samples are missing.</exception>
    public static FinishedVideo Wave(Stream file)
    {
        Span<byte> chunk = stackalloc byte[ChunkHeader];
        Span<byte> format = stackalloc byte[16];
        long bytesPerSecond = 0;
        for (long at = WaveHeader; at + ChunkHeader <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(chunk);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += ChunkHeader;
            if (chunk.StartsWith("fmt "u8) && at + format.Length <= file.Length)
            {
                file.ReadExactly(format);
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(format[8..]);
            }
            else if (chunk.StartsWith("data"u8))
            {
                return bytesPerSecond > 0 && at + size <= file.Length
                    ? new FinishedVideo("wav", file.Length, TimeSpan.FromSeconds((double)size / bytesPerSecond), null, null)
                    : throw Cut();
            }

            at += size + (size & 1);
        }

        throw Cut();
    }

    /// <param name="head">How the file begins.</param>
    /// <exception cref="FinishedVideoException">Frames are missing, or it does not say how many it has.</exception>
    public static FinishedVideo Mp3(Stream file, ReadOnlySpan<byte> head)
    {
        var frame = head.StartsWith("ID3"u8) ? 10 + ((head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | (head[9] & 0x7F)) : 0;
        if (frame + FrameHeader > head.Length || s_rates.Length <= (head[frame + 2] >> 2 & 3))
        {
            throw Cut();
        }

        var rate = s_rates[head[frame + 2] >> 2 & 3];
        var mark = head.IndexOf("Xing"u8) is var xing and > 0 ? xing : head.IndexOf("Info"u8);
        var about = mark > frame ? head[(mark + 4)..] : default;
        if (about.Length < AboutBytes || (BinaryPrimitives.ReadUInt32BigEndian(about) & (HasFrames | HasBytes)) != (HasFrames | HasBytes))
        {
            throw new FinishedVideoException("it does not say how long it is");
        }

        var (frames, bytes) = (BinaryPrimitives.ReadUInt32BigEndian(about[4..]), BinaryPrimitives.ReadUInt32BigEndian(about[8..]));
        if (frame + bytes > file.Length)
        {
            throw Cut();
        }

        // Samples in front and at the end that belong to the encoder.
        var delays = about[(12 + TableBytes + 4 + DelayOffset)..];
        var silent = (delays[0] << 4 | delays[1] >> 4) + ((delays[1] & 0xF) << 8 | delays[2]);
        return new FinishedVideo("mp3", file.Length, TimeSpan.FromSeconds(Math.Max(0, ((double)frames * Mp3Samples) - silent) / rate), null, null);
    }

    private static FinishedVideoException Cut() => new("its end is missing");
}
