using System.Buffers.Binary;
using System.Text;

namespace VideoCreateAi.Simulation.Model;

/// <summary>The smallest MP4 that a reader takes for a whole one, with content of its own.</summary>
internal static class ModelVideo
{
    private static readonly byte[] s_head = Head();

    public static byte[] Make(string renderId, int contentBytes)
    {
        var name = Encoding.ASCII.GetBytes(renderId);
        var content = new byte[Math.Max(contentBytes, name.Length)];
        name.CopyTo(content, 0);
        for (var i = name.Length; i < content.Length; i++)
        {
            content[i] = (byte)((i * 31) + name[i % name.Length]);
        }

        return [.. s_head, .. Box("mdat", content)];
    }

    private static byte[] Head()
    {
        byte[] type = Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isomiso2mp41"u8]);
        var movie = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(12), 1000);
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(16), 10_000);
        var track = new byte[84];
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(40), 0x10000);
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(56), 0x10000);
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(76), 64 << 16);
        BinaryPrimitives.WriteUInt32BigEndian(track.AsSpan(80), 36 << 16);
        byte[] handler = [0, 0, 0, 0, 0, 0, 0, 0, .. "vide"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] chunks = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0];
        byte[] table = Box("moov",
        [
            .. Box("mvhd", movie),
            .. Box("trak",
            [
                .. Box("tkhd", track),
                .. Box("mdia", [.. Box("hdlr", handler), .. Box("minf", Box("stbl", Box("stco", chunks)))]),
            ]),
        ]);
        return [.. type, .. table];
    }

    private static byte[] Box(string name, ReadOnlySpan<byte> content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(name, box.AsSpan(4));
        content.CopyTo(box.AsSpan(8));
        return box;
    }
}
