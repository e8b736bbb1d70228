using System.Buffers.Binary;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Reads the boxes of an MP4 or QuickTime file (ISO/IEC 14496-12) as far as it takes to know that it is whole.</summary>
internal static class MovieBoxes
{
    // An hour at 60 frames a second has a table of about 4 MB. It is held in memory while it is read.
    private const int LargestMovieBox = 24 * 1024 * 1024;

    /// <exception cref="FinishedVideoException">A part is missing or contradicts another.</exception>
    public static FinishedVideo Read(Stream file, string extension)
    {
        var length = file.Length;
        byte[]? movie = null;
        var (hasType, content) = (false, 0L);
        for (long at = 0; at < length;)
        {
            var (name, header, size) = ReadHeader(file, at);
            switch (name)
            {
                case "ftyp":
                    hasType = at == 0;
                    break;
                case "mdat":
                    content += size - header;
                    break;
                case "moov" when size - header <= LargestMovieBox:
                    movie = new byte[size - header];
                    file.Position = at + header;
                    file.ReadExactly(movie);
                    break;
            }

            at += size;
        }

        if (!hasType || content == 0 || movie is null)
        {
            throw new FinishedVideoException(movie is null ? "its table of contents is missing" : "its beginning or its pictures are missing");
        }

        return Describe(movie, length, content, extension);
    }

    private static (string Name, int Header, long Size) ReadHeader(Stream file, long at)
    {
        var left = file.Length - at;
        Span<byte> header = stackalloc byte[16];
        file.Position = at;
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < 8)
        {
            throw new FinishedVideoException("its end is missing");
        }

        var name = Name(header[4..]);
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var headerSize = 8;
        if (size == 1 && read == header.Length)
        {
            size = (long)BinaryPrimitives.ReadUInt64BigEndian(header[8..]);
            headerSize = 16;
        }
        else if (size == 0)
        {
            size = left;
        }

        return size >= headerSize && size <= left ? (name, headerSize, size) : throw new FinishedVideoException("its end is missing");
    }

    private static FinishedVideo Describe(ReadOnlySpan<byte> movie, long length, long content, string extension)
    {
        FinishedVideo? video = null;
        long samples = 0;
        foreach (var (name, range) in Children(movie))
        {
            var track = movie[range];
            if (name != "trak")
            {
                continue;
            }

            var table = Find(Find(Find(track, "mdia"), "minf"), "stbl");
            samples += SampleBytes(table);
            if (LastChunk(table) is { } offset && offset >= length)
            {
                throw new FinishedVideoException("its last pictures are missing");
            }

            if (video is null && IsVideo(track))
            {
                var (width, height) = ShownSize(Find(track, "tkhd"));
                video = new FinishedVideo(extension, length, Duration(movie), width, height, IsProven: Find(movie, "mvex").IsEmpty);
            }
        }

        // A box may reach to the end of the file, wherever that is: then only its content tells that some of it is gone.
        return samples > content ? throw new FinishedVideoException("its last pictures are missing")
            : video ?? throw new FinishedVideoException("it has no pictures");
    }

    /// <summary>Bytes of all pictures or sounds of a track; 0 where they are not listed one by one.</summary>
    private static long SampleBytes(ReadOnlySpan<byte> samples)
    {
        var table = Find(samples, "stsz");
        if (table.Length < 12)
        {
            return 0;
        }

        var (each, count) = (BinaryPrimitives.ReadUInt32BigEndian(table[4..]), BinaryPrimitives.ReadUInt32BigEndian(table[8..]));
        if (each > 0)
        {
            // Sounds of one size; old formats count them before they are packed.
            return 0;
        }

        if (12 + (count * 4L) > table.Length)
        {
            throw new FinishedVideoException("its table of contents is damaged");
        }

        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(table[(12 + (i * 4))..]);
        }

        return sum;
    }

    private static TimeSpan? Duration(ReadOnlySpan<byte> movie)
    {
        var header = Find(movie, "mvhd");
        var wide = header is [1, ..];
        if (header.Length < (wide ? 32 : 20))
        {
            throw new FinishedVideoException("its table of contents is damaged");
        }

        var scale = BinaryPrimitives.ReadUInt32BigEndian(header[(wide ? 20 : 12)..]);
        var units = wide ? BinaryPrimitives.ReadUInt64BigEndian(header[24..]) : BinaryPrimitives.ReadUInt32BigEndian(header[16..]);

        // A file made of fragments has no length in its header.
        if (units == 0 && !Find(movie, "mvex").IsEmpty)
        {
            return null;
        }

        var seconds = scale == 0 ? 0 : units / (double)scale;
        return seconds is > 0 and < 1_000_000
            ? TimeSpan.FromSeconds(seconds)
            : throw new FinishedVideoException("it has no length");
    }

    private static bool IsVideo(ReadOnlySpan<byte> track)
        => Find(Find(track, "mdia"), "hdlr") is { Length: >= 12 } handler && handler.Slice(8, 4).SequenceEqual("vide"u8);

    private static (int Width, int Height) ShownSize(ReadOnlySpan<byte> header)
    {
        var matrix = header is [1, ..] ? 52 : 40;
        if (header.Length < matrix + 44)
        {
            throw new FinishedVideoException("its table of contents is damaged");
        }

        var width = (int)(BinaryPrimitives.ReadUInt32BigEndian(header[(matrix + 36)..]) >> 16);
        var height = (int)(BinaryPrimitives.ReadUInt32BigEndian(header[(matrix + 40)..]) >> 16);
        if (width == 0 || height == 0)
        {
            throw new FinishedVideoException("it has no pictures");
        }

        // Turned by a quarter the matrix has nothing on its diagonal (a, d), so that the sides change places.
        var turned = BinaryPrimitives.ReadInt32BigEndian(header[matrix..]) == 0
            && BinaryPrimitives.ReadInt32BigEndian(header[(matrix + 16)..]) == 0;
        return turned ? (height, width) : (width, height);
    }

    private static long? LastChunk(ReadOnlySpan<byte> samples)
    {
        var table = Find(samples, "stco");
        var entry = table.IsEmpty ? 8 : 4;
        table = table.IsEmpty ? Find(samples, "co64") : table;

        if (table.Length < 8 + entry)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(table[4..]);
        if (8 + (count * (long)entry) > table.Length)
        {
            throw new FinishedVideoException("its table of contents is damaged");
        }

        long last = 0;
        for (var i = 0; i < count; i++)
        {
            var at = table[(8 + (i * entry))..];
            last = Math.Max(last, entry == 4 ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadInt64BigEndian(at));
        }

        return last;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> parent, string wanted)
    {
        foreach (var (name, range) in Children(parent))
        {
            if (name == wanted)
            {
                return parent[range];
            }
        }

        return [];
    }

    private static List<(string Name, Range Content)> Children(ReadOnlySpan<byte> parent)
    {
        var children = new List<(string, Range)>();
        for (var at = 0; at + 8 <= parent.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(parent[at..]);
            if (size < 8 || size > parent.Length - at)
            {
                throw new FinishedVideoException("its table of contents is damaged");
            }

            children.Add((Name(parent[(at + 4)..]), (at + 8)..(at + (int)size)));
            at += (int)size;
        }

        return children;
    }

    private static string Name(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..4]);
}
