using System.Buffers.Binary;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Walks the blocks of a GIF to its trailer: a cut file may by chance end in the trailer's byte.</summary>
internal static class GifBlocks
{
    private const int HeaderBytes = 13;
    private const int ImageDescriptorBytes = 9;

    /// <exception cref="FinishedVideoException">It ends before its trailer.</exception>
    public static FinishedVideo Read(Stream file)
    {
        // Not disposed: that would close the caller's file, and it holds nothing else.
        var blocks = new BufferedStream(file, 64 * 1024);
        Span<byte> header = stackalloc byte[HeaderBytes];
        blocks.Position = 0;
        if (blocks.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw Cut();
        }

        Skip(blocks, ColorTableBytes(header[10]));
        while (true)
        {
            switch (NextByte(blocks))
            {
                case 0x3B:
                    return new FinishedVideo("gif", file.Length, null,
                        BinaryPrimitives.ReadUInt16LittleEndian(header[6..]), BinaryPrimitives.ReadUInt16LittleEndian(header[8..]));
                case 0x21:
                    Skip(blocks, 1);
                    SkipSubBlocks(blocks);
                    break;
                case 0x2C:
                    Skip(blocks, ImageDescriptorBytes - 1);
                    Skip(blocks, ColorTableBytes(NextByte(blocks)) + 1);
                    SkipSubBlocks(blocks);
                    break;
                default:
                    throw Cut();
            }
        }
    }

    private static int ColorTableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static void SkipSubBlocks(Stream blocks)
    {
        while (NextByte(blocks) is var size and > 0)
        {
            Skip(blocks, size);
        }
    }

    private static void Skip(Stream blocks, int count)
    {
        if (blocks.Position + count > blocks.Length)
        {
            throw Cut();
        }

        blocks.Seek(count, SeekOrigin.Current);
    }

    private static byte NextByte(Stream blocks) => blocks.ReadByte() is var read and >= 0 ? (byte)read : throw Cut();

    private static FinishedVideoException Cut() => new("its end is missing");
}
