using System.Buffers.Binary;

namespace VideoCreateAi.Mcp.Files;

/// <summary>What a file is by how it begins. Its name has no say: a playlist named <c>.mp4</c> would make a decoder open
/// other files.</summary>
internal static class FirstBytes
{
    /// <summary>How much of a file's beginning is looked at.</summary>
    public const int Needed = 4096;

    private static readonly SignatureRow[] s_rows =
    [
        new(0, [0xFF, 0xD8, 0xFF], FileFormat.Jpg),
        new(0, [0x89, .. "PNG\r\n\x1A\n"u8], FileFormat.Png),
        new(0, [.. "GIF87a"u8], FileFormat.Gif),
        new(0, [.. "GIF89a"u8], FileFormat.Gif),
        new(8, [.. "WEBP"u8], FileFormat.WebP, "RIFF"),
        new(8, [.. "AVI "u8], FileFormat.Avi, "RIFF"),
        new(8, [.. "WAVE"u8], FileFormat.Wav, "RIFF"),
        new(0, [.. "II*\0"u8], UnsupportedFormat.Tiff),
        new(0, [.. "MM\0*"u8], UnsupportedFormat.Tiff),
        new(0, [.. "%PDF-"u8], UnsupportedFormat.Pdf),
        new(0, [.. "8BPS"u8], UnsupportedFormat.Photoshop),
        new(0, [.. "PK\x03\x04"u8], UnsupportedFormat.Archive),
        new(0, [0x1F, 0x8B], UnsupportedFormat.Archive),
        new(0, [.. "Rar!"u8], UnsupportedFormat.Archive),
        new(0, [.. "7z"u8, 0xBC, 0xAF], UnsupportedFormat.Archive),
        new(0, [.. "fLaC"u8], UnsupportedFormat.Flac),
        new(0, [.. "OggS"u8], UnsupportedFormat.Ogg),
        new(0, [0x30, 0x26, 0xB2, 0x75], UnsupportedFormat.WindowsMedia),
        new(0, [.. "FLV\x01"u8], UnsupportedFormat.Flash),
        new(0, [0x00, 0x00, 0x01, 0xBA], UnsupportedFormat.Mpeg),
        new(0, [0x00, 0x00, 0x01, 0xB3], UnsupportedFormat.Mpeg),
        new(6, [0, 0, 0, 0], UnsupportedFormat.Bitmap, "BM"),
    ];

    private static readonly string[] s_heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
    private static readonly string[] s_movieBrands = ["isom", "iso", "mp4", "avc1", "M4V", "MSNV", "3g", "f4v", "dash", "qt"];

    // A QuickTime file of the time before ftyp begins with one of these.
    private static readonly string[] s_oldMovieBoxes = ["moov", "mdat", "wide", "skip", "free", "pnot"];

    public static FileFormat? Accepted(ReadOnlySpan<byte> head) => Find(head) as FileFormat;

    public static UnsupportedFormat? Refused(ReadOnlySpan<byte> head) => Find(head) as UnsupportedFormat;

    private static object? Find(ReadOnlySpan<byte> head)
    {
        foreach (var row in s_rows)
        {
            if (row.Matches(head))
            {
                return row.Format;
            }
        }

        return Matroska(head) ?? Movie(head) ?? Sound(head);
    }

    private static FileFormat? Matroska(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            return null;
        }

        var header = head[..Math.Min(head.Length, 256)];
        return header.IndexOf((ReadOnlySpan<byte>)[0x42, 0x82, 0x84, .. "webm"u8]) >= 0 ? FileFormat.WebM
            : header.IndexOf("matroska"u8) >= 0 ? FileFormat.Mkv
            : null;
    }

    private static object? Movie(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16)
        {
            return null;
        }

        var box = Name(head[4..]);
        if (box != "ftyp")
        {
            return Array.IndexOf(s_oldMovieBoxes, box) >= 0 ? FileFormat.Mov : null;
        }

        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var major = Name(head[8..]);
        var brands = new List<string> { major };
        for (var at = 16; at + 4 <= end; at += 4)
        {
            brands.Add(Name(head[at..]));
        }

        return major switch
        {
            "qt  " => FileFormat.Mov,
            "M4A " or "M4B " => FileFormat.M4a,
            "avif" or "avis" => UnsupportedFormat.Avif,
            "crx " => UnsupportedFormat.Tiff,
            _ when brands.Contains("avif") => UnsupportedFormat.Avif,
            _ when Array.IndexOf(s_heicBrands, major) >= 0 => UnsupportedFormat.Heic,
            _ when brands.Exists(brand => Array.Exists(s_movieBrands, known => brand.StartsWith(known, StringComparison.Ordinal)))
                => FileFormat.Mp4,
            _ when brands.Exists(brand => Array.IndexOf(s_heicBrands, brand) >= 0) => UnsupportedFormat.Heic,
            _ => null,
        };
    }

    private static FileFormat? Sound(ReadOnlySpan<byte> head)
    {
        if (head.Length > 10 && head.StartsWith("ID3"u8) && head[3] is >= 2 and <= 4)
        {
            var tag = 10 + ((head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | (head[9] & 0x7F));
            return tag < head.Length && IsAdts(head[tag..]) ? FileFormat.Aac : FileFormat.Mp3;
        }

        return IsAdts(head) ? FileFormat.Aac : IsMpegLayer3(head) ? FileFormat.Mp3 : null;
    }

    private static bool IsAdts(ReadOnlySpan<byte> head) => head.Length >= 7
        && head[0] == 0xFF && (head[1] & 0xF6) == 0xF0 && (head[2] >> 2 & 0xF) < 13;

    private static bool IsMpegLayer3(ReadOnlySpan<byte> head) => head.Length >= 4
        && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0
        && (head[1] >> 3 & 3) != 1
        && (head[1] >> 1 & 3) == 1
        && head[2] >> 4 is not (0 or 15)
        && (head[2] >> 2 & 3) != 3;

    private static string Name(ReadOnlySpan<byte> box) => System.Text.Encoding.Latin1.GetString(box[..4]);

    private sealed record SignatureRow(int Offset, byte[] Bytes, object Format, string Start = "")
    {
        public bool Matches(ReadOnlySpan<byte> head) => head.Length >= Offset + Bytes.Length
            && head[Offset..].StartsWith(Bytes)
            && head.StartsWith(System.Text.Encoding.ASCII.GetBytes(Start));
    }
}
