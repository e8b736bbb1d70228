using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

internal static class WebpHeader
{
    private const int LongestExif = 1024 * 1024;
    private const int MostChunks = 10_000;

    public static PictureHeader Read(Stream content)
    {
        content.Position = 12;
        var chunk = new byte[18];
        content.ReadExactly(chunk);
        var type = chunk.AsSpan(0, 4);
        var body = chunk.AsSpan(8);
        if (type.SequenceEqual("VP8X"u8))
        {
            return Extended(content, body);
        }

        // Lossless: a signature byte, then 14 bits each of width and height less one, then the alpha bit.
        if (type.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return Still((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, ((bits >> 28) & 1) == 1);
        }

        // Lossy: three bytes of frame tag, three of start code, then the sizes.
        if (type.SequenceEqual("VP8 "u8))
        {
            var width = BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF;
            var height = BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF;
            return Still(width, height, hasAlpha: false);
        }

        throw MediaRefusal.Unreadable("its header is damaged.");
    }

    private static PictureHeader Still(int width, int height, bool hasAlpha)
        => new(width, height, Orientation.Upright, hasAlpha, IsAnimated: false);

    private static PictureHeader Extended(Stream content, ReadOnlySpan<byte> body)
    {
        const int Animation = 0x02;
        const int Exif = 0x08;
        const int Alpha = 0x10;
        var flags = body[0];
        var width = UInt24(body[4..]) + 1;
        var height = UInt24(body[7..]) + 1;
        var orientation = (flags & Exif) != 0 ? FindOrientation(content) : Orientation.Upright;
        return new PictureHeader(width, height, orientation, (flags & Alpha) != 0, (flags & Animation) != 0);
    }

    private static Orientation FindOrientation(Stream content)
    {
        content.Position = 12;
        var chunk = new byte[8];
        for (var count = 0; count < MostChunks && content.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8; count++)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(4));
            if (chunk.AsSpan(0, 4).SequenceEqual("EXIF"u8) && length <= LongestExif)
            {
                var exif = new byte[length];
                content.ReadExactly(exif);
                return ExifOrientation.Read(exif);
            }

            // Chunks begin at even places.
            content.Position += length + (length & 1);
        }

        return Orientation.Upright;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
