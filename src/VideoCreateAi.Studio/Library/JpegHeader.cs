using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte App1 = 0xE1;

    // Segments and fill bytes before the frame: pictures have some dozens.
    private const int MostSteps = 100_000;

    public static PictureHeader Read(Stream content)
    {
        content.Position = 2;
        var orientation = Orientation.Upright;
        Span<byte> size = stackalloc byte[2];
        Span<byte> frame = stackalloc byte[5];
        for (var steps = MostSteps; ;)
        {
            var marker = NextMarker(content, ref steps);
            if (marker is StartOfScan or EndOfImage)
            {
                throw MediaRefusal.Unreadable("it has no picture header.");
            }

            content.ReadExactly(size);
            var length = BinaryPrimitives.ReadUInt16BigEndian(size) - 2;
            if (length < 0)
            {
                throw MediaRefusal.Unreadable("its header is damaged.");
            }

            var next = content.Position + length;
            if (IsFrame(marker))
            {
                content.ReadExactly(frame);
                var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
                var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
                ThrowUnlessItEnds(content);
                return new PictureHeader(width, height, orientation, HasAlpha: false, IsAnimated: false);
            }

            if (marker == App1 && orientation == Orientation.Upright)
            {
                var segment = new byte[length];
                content.ReadExactly(segment);
                orientation = ExifOrientation.Read(segment);
            }

            content.Position = next;
        }
    }

    // A download that was cut decodes, with a flat band where the rest should be. Picture data escapes its 0xFF bytes, and the
    // thumbnail with an end of its own lies before the frame: so an end marker from here on is the picture's.
    private static void ThrowUnlessItEnds(Stream content)
    {
        var buffer = new byte[64 * 1024];
        var lastWasMarker = false;
        while (content.Read(buffer) is var read and > 0)
        {
            var bytes = buffer.AsSpan(0, read);
            if ((lastWasMarker && bytes[0] == EndOfImage) || bytes.IndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) >= 0)
            {
                return;
            }

            lastWasMarker = bytes[^1] == 0xFF;
        }

        throw MediaRefusal.Unreadable("it ends in the middle of the picture.");
    }

    private static int NextMarker(Stream content, ref int steps)
    {
        var value = Byte(content);
        if (value != 0xFF)
        {
            throw MediaRefusal.Unreadable("its header is damaged.");
        }

        // Any number of fill bytes may stand before a marker.
        while (value == 0xFF)
        {
            value = --steps > 0 ? Byte(content) : throw MediaRefusal.Unreadable("its header is damaged.");
        }

        return value;
    }

    private static int Byte(Stream content)
        => content.ReadByte() is >= 0 and var value ? value : throw new EndOfStreamException();

    // SOF0 to SOF15 without the tables that lie among them: DHT, JPG, DAC.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
