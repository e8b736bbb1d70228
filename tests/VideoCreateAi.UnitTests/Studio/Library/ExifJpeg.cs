using System.Buffers.Binary;

namespace VideoCreateAi.UnitTests.Studio.Library;

/// <summary>A JPEG that says how it was held.</summary>
internal static class ExifJpeg
{
    /// <param name="orientation">As EXIF counts it, 1 to 8.</param>
    public static byte[] Of(byte[] jpeg, ushort orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(24), orientation);
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg.AsSpan(2)];
    }
}
