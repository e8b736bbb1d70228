using System.Buffers.Binary;

namespace VideoCreateAi.Studio.Library;

internal static class GifHeader
{
    private const int Extension = 0x21;
    private const int Image = 0x2C;
    private const int GraphicControl = 0xF9;

    // A picture of 40 megapixels has some hundred thousand blocks. What has more is made to be walked through.
    private const int MostBlocks = 2_000_000;

    public static PictureHeader Read(Stream content)
    {
        var screen = new byte[13];
        content.ReadExactly(screen);
        var width = BinaryPrimitives.ReadUInt16LittleEndian(screen.AsSpan(6));
        var height = BinaryPrimitives.ReadUInt16LittleEndian(screen.AsSpan(8));
        content.Position += ColorTableBytes(screen[10]);

        var (pictures, hasAlpha) = Walk(content);
        return new PictureHeader(width, height, Orientation.Upright, hasAlpha, IsAnimated: pictures > 1);
    }

    /// <summary>Looks no further than the second picture.</summary>
    private static (int Pictures, bool HasAlpha) Walk(Stream content)
    {
        var pictures = 0;
        var hasAlpha = false;
        var blocks = 0;
        while (pictures < 2)
        {
            switch (content.ReadByte())
            {
                case Extension:
                    hasAlpha |= SkipExtension(content, ref blocks);
                    break;
                case Image:
                    pictures++;
                    SkipImage(content, ref blocks);
                    break;
                default:
                    return (pictures, hasAlpha);
            }
        }

        return (pictures, hasAlpha);
    }

    /// <returns>Whether it names a transparent colour.</returns>
    private static bool SkipExtension(Stream content, ref int blocks)
    {
        if (content.ReadByte() != GraphicControl)
        {
            SkipBlocks(content, ref blocks);
            return false;
        }

        var start = content.Position;
        content.ReadByte();
        var isTransparent = (content.ReadByte() & 1) == 1;
        content.Position = start;
        SkipBlocks(content, ref blocks);
        return isTransparent;
    }

    private static void SkipImage(Stream content, ref int blocks)
    {
        Span<byte> descriptor = stackalloc byte[9];
        content.ReadExactly(descriptor);
        content.Position += ColorTableBytes(descriptor[8]) + 1;
        SkipBlocks(content, ref blocks);
    }

    private static void SkipBlocks(Stream content, ref int blocks)
    {
        int length;
        do
        {
            if (++blocks > MostBlocks)
            {
                throw MediaRefusal.Unreadable("it has more blocks than a picture can have.");
            }

            length = content.ReadByte();
            content.Position += Math.Max(0, length);
        }
        while (length > 0);
    }

    private static int ColorTableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
