using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

internal static class PngHeader
{
    private const int LongestExif = 1024 * 1024;
    private const int MostChunks = 10_000;

    public static PictureHeader Read(Stream content)
    {
        content.Position = 8;
        var header = new byte[8 + 13];
        content.ReadExactly(header);
        if (!header.AsSpan(4, 4).SequenceEqual("IHDR"u8))
        {
            throw MediaRefusal.Unreadable("its header is damaged.");
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        var height = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));

        // Before anything else is read, and while the numbers still have their full range.
        PictureLimits.Check(width, height);

        var hasAlpha = header[17] is 4 or 6;
        var orientation = Orientation.Upright;
        content.Position += 4;
        var chunk = new byte[8];
        for (var count = 0; count < MostChunks && content.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8; count++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var next = content.Position + length + 4;
            var type = chunk.AsSpan(4);
            if (type.SequenceEqual("tRNS"u8))
            {
                hasAlpha = true;
            }
            else if (type.SequenceEqual("eXIf"u8) && length <= LongestExif)
            {
                var exif = new byte[length];
                content.ReadExactly(exif);
                orientation = ExifOrientation.Read(exif);
            }

            content.Position = next;
        }

        return new PictureHeader((int)width, (int)height, orientation, hasAlpha, IsAnimated: false);
    }
}
