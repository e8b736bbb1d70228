using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

/// <summary>Recognises MP3 and AAC, which have no signature: two frames in a row must fit together.</summary>
internal static class SoundStream
{
    private const int Id3HeaderBytes = 10;

    private static readonly int[] s_bitratesMpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] s_bitratesMpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] s_sampleRatesMpeg1 = [44100, 48000, 32000];

    /// <param name="head">The first bytes of <paramref name="content"/>.</param>
    public static MediaFormat? Sniff(Stream content, ReadOnlySpan<byte> head)
    {
        long start = 0;
        if (head.StartsWith("ID3"u8) && head.Length >= Id3HeaderBytes)
        {
            start = Id3HeaderBytes + Id3Length(head);
        }

        var frame = new byte[7];
        if (!TryRead(content, start, frame))
        {
            return null;
        }

        // A tag may be followed by padding that its length leaves out; ffmpeg finds the first frame, and the test decode judges.
        if (start > 0 && frame.AsSpan().IndexOfAnyExcept((byte)0) < 0)
        {
            return MediaFormats.Mp3;
        }

        foreach (var (format, length) in new[] { (MediaFormats.Aac, AacFrame(frame)), (MediaFormats.Mp3, Mp3Frame(frame)) })
        {
            var next = new byte[7];
            if (length > 0 && (!TryRead(content, start + length, next) || SameKind(frame, next)))
            {
                return format;
            }
        }

        return null;
    }

    // Seven bits a byte, so that no part of a tag looks like sound.
    private static int Id3Length(ReadOnlySpan<byte> head)
        => ((head[6] & 0x7F) << 21) | ((head[7] & 0x7F) << 14) | ((head[8] & 0x7F) << 7) | (head[9] & 0x7F);

    private static int AacFrame(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != 0xFF || (frame[1] & 0xF6) != 0xF0 || (frame[2] & 0x3C) >> 2 > 12)
        {
            return 0;
        }

        var length = ((frame[3] & 0x03) << 11) | (frame[4] << 3) | (frame[5] >> 5);
        return length > 7 ? length : 0;
    }

    private static int Mp3Frame(ReadOnlySpan<byte> frame)
    {
        var header = BinaryPrimitives.ReadUInt32BigEndian(frame);
        var version = (header >> 19) & 3;
        var layer = (header >> 17) & 3;
        var bitrate = (int)((header >> 12) & 15);
        var rate = (int)((header >> 10) & 3);
        if (header >> 21 != 0x7FF || version == 1 || layer != 1 || bitrate is 0 or 15 || rate == 3)
        {
            return 0;
        }

        var isMpeg1 = version == 3;
        var kilobits = (isMpeg1 ? s_bitratesMpeg1 : s_bitratesMpeg2)[bitrate];
        var samplesPerSecond = s_sampleRatesMpeg1[rate] / (version switch { 3 => 1, 2 => 2, _ => 4 });
        return ((isMpeg1 ? 144 : 72) * kilobits * 1000 / samplesPerSecond) + (int)((header >> 9) & 1);
    }

    private static bool SameKind(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> next)
        => next[0] == 0xFF && (next[1] & 0xFE) == (frame[1] & 0xFE);

    private static bool TryRead(Stream content, long position, byte[] into)
    {
        if (position + into.Length > content.Length)
        {
            return false;
        }

        content.Position = position;
        content.ReadExactly(into);
        return true;
    }
}
