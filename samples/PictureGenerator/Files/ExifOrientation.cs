using System.Buffers.Binary;

namespace VideoCreateAi.Samples.PictureGenerator.Files;

/// <summary>Says in a JPEG how it must be turned to be seen upright, as a phone held upright does.</summary>
internal static class ExifOrientation
{
    /// <summary>The first row stored is the right edge of what is seen.</summary>
    public const ushort TurnClockwise = 6;

    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>The JPEG with an APP1 segment directly after its start marker, where readers look first.</summary>
    public static byte[] Insert(ReadOnlySpan<byte> jpeg, ushort orientation)
    {
        if (jpeg is not [0xFF, 0xD8, ..])
        {
            throw new InvalidDataException("Not a JPEG: it does not begin with FF D8.");
        }

        var segment = Segment(orientation);
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }

    private static byte[] Segment(ushort orientation)
    {
        var segment = new byte[36];
        segment[0] = 0xFF;
        segment[1] = 0xE1;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(segment.Length - 2));
        "Exif\0\0"u8.CopyTo(segment.AsSpan(4));
        var tiff = segment.AsSpan(10);
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff[4..], 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[8..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[10..], OrientationTag);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[12..], ShortType);
        BinaryPrimitives.WriteUInt32BigEndian(tiff[14..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[18..], orientation);
        return segment;
    }
}
