using System.Buffers.Binary;
using System.Text;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>An MP4 file with everything that tells of a whole one and pictures that no decoder would show.</summary>
internal static class SmallMovie
{
    /// <param name="isFastStart">The table of contents comes before the pictures, as for the web.</param>
    public static byte[] Of(double seconds, int pictureBytes = 4000, bool isFastStart = true)
    {
        var type = Box("ftyp", Encoding.ASCII.GetBytes("isom\0\0\0\0isommp41"));
        var content = new byte[pictureBytes];
        new Random(7).NextBytes(content);
        var pictures = Box("mdat", content);
        var tableSize = Table(seconds, 0, pictureBytes).Length;
        var first = type.Length + (isFastStart ? tableSize : 0) + 8;
        var table = Table(seconds, first, pictureBytes);
        return isFastStart ? [.. type, .. table, .. pictures] : [.. type, .. pictures, .. table];
    }

    private static byte[] Table(double seconds, int first, int bytes)
    {
        var units = (uint)Math.Round(seconds * 1000);
        var movie = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(12), 1000);
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(16), units);

        var track = new byte[84];
        BinaryPrimitives.WriteInt32BigEndian(track.AsSpan(40), 0x10000);
        BinaryPrimitives.WriteInt32BigEndian(track.AsSpan(56), 0x10000);
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(76), 64u << 16);
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(80), 36u << 16);

        var handler = Encoding.ASCII.GetBytes("\0\0\0\0\0\0\0\0vide\0\0\0\0\0\0\0\0\0\0\0\0\0");
        var samples = Box("stbl", [
            .. Box("stsc", Words(0, 1, 1, 1, 1)),
            .. Box("stsz", Words(0, 0, 1, (uint)bytes)),
            .. Box("stco", Words(0, 1, (uint)first))]);
        return Box("moov", [
            .. Box("mvhd", movie),
            .. Box("trak", [.. Box("tkhd", track), .. Box("mdia", [.. Box("hdlr", handler), .. Box("minf", samples)])])]);
    }

    private static byte[] Words(params uint[] words)
    {
        var bytes = new byte[words.Length * 4];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), words[i]);
        }

        return bytes;
    }

    private static byte[] Box(string name, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(name, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
