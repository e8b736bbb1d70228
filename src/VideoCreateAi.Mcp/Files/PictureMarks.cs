using System.Buffers.Binary;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Size and end of a finished picture.</summary>
internal static class PictureMarks
{
    private const int JpegEndBytes = 2;
    private const int PngEndBytes = 12;
    private const int PngSizeAt = 16;

    /// <exception cref="FinishedVideoException">It ends before its last mark, or has no size.</exception>
    public static FinishedVideo Jpeg(Stream file)
    {
        Span<byte> bytes = stackalloc byte[9];
        file.Position = file.Length - JpegEndBytes;
        file.ReadExactly(bytes[..JpegEndBytes]);
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]))
        {
            throw Cut();
        }

        for (long at = 2; at + bytes.Length <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(bytes);
            if (bytes[0] != 0xFF)
            {
                break;
            }

            // A frame's header: its kinds but the tables that stand among them (DHT, JPG, DAC).
            if (bytes[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new FinishedVideo("jpg", file.Length, null, BinaryPrimitives.ReadUInt16BigEndian(bytes[7..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[5..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        }

        throw Cut();
    }

    /// <param name="head">How the file begins.</param>
    /// <exception cref="FinishedVideoException">It ends before its last chunk.</exception>
    public static FinishedVideo Png(Stream file, ReadOnlySpan<byte> head)
    {
        Span<byte> end = stackalloc byte[PngEndBytes];
        if (file.Length < PngSizeAt + 8 + PngEndBytes || head.Length < PngSizeAt + 8)
        {
            throw Cut();
        }

        file.Position = file.Length - PngEndBytes;
        file.ReadExactly(end);
        return end[4..].StartsWith("IEND"u8)
            ? new FinishedVideo("png", file.Length, null, (int)BinaryPrimitives.ReadUInt32BigEndian(head[PngSizeAt..]), (int)BinaryPrimitives.ReadUInt32BigEndian(head[(PngSizeAt + 4)..]))
            : throw Cut();
    }

    private static FinishedVideoException Cut() => new("its end is missing");
}
