using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

/// <summary>Reads the one EXIF tag that changes how a picture is shown.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <param name="exif">A TIFF structure, with or without the "Exif" prefix of a JPEG segment.</param>
    /// <returns>Upright for anything that is missing, damaged or out of range.</returns>
    public static Orientation Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("Exif\0"u8) && exif.Length > 6)
        {
            exif = exif[6..];
        }

        var isLittle = exif.StartsWith("II"u8);
        if (exif.Length < 8 || (!isLittle && !exif.StartsWith("MM"u8)))
        {
            return Orientation.Upright;
        }

        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (directory > exif.Length - 2)
        {
            return Orientation.Upright;
        }

        var at = (int)directory;
        var count = UInt16(exif, at, isLittle);
        for (var entry = at + 2; count > 0 && entry + 12 <= exif.Length; entry += 12, count--)
        {
            if (UInt16(exif, entry, isLittle) == Tag && UInt16(exif, entry + 2, isLittle) == Short)
            {
                var value = UInt16(exif, entry + 8, isLittle);
                return value is >= 1 and <= 8 ? (Orientation)value : Orientation.Upright;
            }
        }

        return Orientation.Upright;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
