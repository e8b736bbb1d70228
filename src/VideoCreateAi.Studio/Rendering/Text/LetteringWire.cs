using System.Buffers.Binary;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>What the studio and the process that draws its letters say to each other: frames of a length and that many bytes.</summary>
internal static class LetteringWire
{
    public const byte Version = 2;
    public const byte Draw = 1;
    public const byte Check = 2;

    // A picture of 16384 × 16384 pixels would be more, and is no text.
    private const int LongestFrame = 512 * 1024 * 1024;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <returns>Null when the other side is gone.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > LongestFrame)
        {
            throw new InvalidDataException("What draws letters sent something else.");
        }

        var frame = new byte[count];
        return await stream.ReadAtLeastAsync(frame, count, throwOnEndOfStream: false, cancellationToken) < count ? null : frame;
    }

    public static byte[] Request(byte verb, TextRequest request) => Written(writer =>
    {
        writer.Write(verb);
        writer.Write(request.Text);
        writer.Write(request.Fonts.Count);
        foreach (var font in request.Fonts)
        {
            writer.Write(font);
        }

        writer.Write(request.Size);
        writer.Write(request.MaxWidth);
        writer.Write(request.MaxHeight);
        writer.Write((int)request.Align);
        writer.Write(request.Color);
        writer.Write(request.LineHeight);
    });

    public static (byte Verb, TextRequest Request) ReadRequest(byte[] frame)
    {
        using var reader = Reader(frame);
        var verb = reader.ReadByte();
        var text = reader.ReadString();
        var fonts = new string[reader.ReadInt32()];
        for (var i = 0; i < fonts.Length; i++)
        {
            fonts[i] = reader.ReadString();
        }

        return (verb, new TextRequest(
            text, fonts, reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), (TextAlign)reader.ReadInt32(), reader.ReadUInt32())
        {
            LineHeight = reader.ReadDouble(),
        });
    }

    public static byte[] Reply(TextBitmap bitmap) => Written(writer =>
    {
        writer.Write(bitmap.Width);
        writer.Write(bitmap.Height);
        writer.Write(bitmap.FontSize);
        writer.Write(bitmap.Missing);
        writer.Write(bitmap.Cells.Count);
        foreach (var cell in bitmap.Cells)
        {
            writer.Write(cell.Start);
            writer.Write(cell.End);
            writer.Write(cell.Line);
            writer.Write(cell.X);
            writer.Write(cell.Y);
            writer.Write(cell.Width);
            writer.Write(cell.Height);
            writer.Write(cell.IsRightToLeft);
            writer.Write(cell.EndsWord);
        }

        writer.Write(bitmap.Pixels);
    });

    public static TextBitmap ReadBitmap(byte[] frame)
    {
        using var reader = Reader(frame);
        var (width, height, size, missing) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
        var cells = new TextCell[reader.ReadInt32()];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new TextCell(
                reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(),
                reader.ReadSingle(), reader.ReadBoolean(), reader.ReadBoolean());
        }

        var pixels = reader.ReadBytes(width * height * 4);
        return pixels.Length == width * height * 4
            ? new TextBitmap(width, height, pixels, size) { Cells = cells, Missing = missing }
            : throw new EndOfStreamException();
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        return memory.ToArray();
    }

    private static BinaryReader Reader(byte[] frame) => new(new MemoryStream(frame, writable: false), Encoding.UTF8);
}
