using System.Text;

namespace VideoCreateAi.Studio.Library;

/// <summary>Tells the format of a file by its first bytes. The name is never asked: ffmpeg itself would follow
/// a text file called x.jpg to any other file on the machine.</summary>
internal static class MediaSniffer
{
    private const int HeadBytes = 4096;

    private static readonly string[] s_oldMovieAtoms = ["moov", "mdat", "wide", "free", "skip", "pnot"];

    private static readonly string[] s_heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    private static readonly string[] s_soundBrands = ["M4A ", "M4B ", "M4P "];

    /// <summary>What else people send, by its first bytes, and what to tell them. First match wins.</summary>
    private static readonly (string Magic, string Words)[] s_known =
    [
        ("#EXTM3U", "A playlist is not taken: send the film or sound itself."),
        ("ffconcat", "A list of files is not taken: send the files themselves."),
        ("%PDF", "PDF documents are not taken: export the pages as JPEG or PNG."),
        ("PK\u0003\u0004", "Archives and office documents are not taken: unpack it and send the files inside."),
        ("Rar!", "Archives are not taken: unpack it and send the files inside."),
        ("\u001f\u008b", "Archives are not taken: unpack it and send the files inside."),
        ("BM", "BMP pictures are not taken: save it as PNG."),
        ("II*\0", "TIFF and raw photos are not taken: export it as JPEG."),
        ("MM\0*", "TIFF and raw photos are not taken: export it as JPEG."),
        ("fLaC", "FLAC sound is not taken: convert it to WAV or M4A."),
        ("OggS", "Ogg files are not taken: convert it to WAV, MP3 or MP4."),
        ("FLV", "Flash video is not taken: convert it to MP4."),
        ("0&\u00b2u\u008ef\u00cf\u0011", "Windows Media files are not taken: convert it to MP4."),
        ("\0\0\u0001\u00ba", "MPEG program streams are not taken: convert it to MP4."),
    ];

    /// <param name="content">Seekable; read from its start.</param>
    /// <exception cref="MediaRefusedException">It is none of the accepted formats.</exception>
    public static MediaFormat Sniff(Stream content)
    {
        var buffer = new byte[HeadBytes];
        content.Position = 0;
        var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false));
        if (head.IsEmpty)
        {
            throw MediaRefusal.Empty();
        }

        return Picture(head) ?? Container(head) ?? SoundStream.Sniff(content, head) ?? throw Refusal(head);
    }

    private static MediaFormat? Picture(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return MediaFormats.Jpeg;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return MediaFormats.Png;
        }

        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
        {
            return MediaFormats.Gif;
        }

        return IsRiff(head, "WEBP"u8) ? MediaFormats.Webp : null;
    }

    private static MediaFormat? Container(ReadOnlySpan<byte> head)
    {
        if (IsRiff(head, "AVI "u8))
        {
            return MediaFormats.Avi;
        }

        if (IsRiff(head, "WAVE"u8))
        {
            return MediaFormats.Wav;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            return Matroska(head);
        }

        if (head.Length < 16)
        {
            return null;
        }

        var atom = Latin(head.Slice(4, 4));
        return atom == "ftyp" ? Movie(head) : s_oldMovieAtoms.Contains(atom) ? MediaFormats.Mov : null;
    }

    // The document type stands among the first elements of the header: id 4282, length, name.
    private static MediaFormat? Matroska(ReadOnlySpan<byte> head)
    {
        var header = head[..Math.Min(head.Length, 128)];
        var at = header.IndexOf((ReadOnlySpan<byte>)[0x42, 0x82]);
        if (at < 0 || at + 3 > header.Length)
        {
            return null;
        }

        var type = header[(at + 3)..];
        return type.StartsWith("webm"u8) ? MediaFormats.Webm : type.StartsWith("matroska"u8) ? MediaFormats.Mkv : null;
    }

    private static MediaFormat Movie(ReadOnlySpan<byte> head)
    {
        var brand = Latin(head.Slice(8, 4));
        return brand switch
        {
            "avif" or "avis" => throw MediaRefusal.Unsupported("AVIF pictures are not taken yet: save it as JPEG or PNG."),
            "crx " => throw MediaRefusal.Unsupported("Raw photos are not taken: export it as JPEG."),
            "qt  " => MediaFormats.Mov,
            _ when s_heicBrands.Contains(brand)
                => throw MediaRefusal.Unsupported("HEIC photos are not taken yet: export it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible) and send that."),
            _ when s_soundBrands.Contains(brand) => MediaFormats.M4a,
            _ => MediaFormats.Mp4,
        };
    }

    private static MediaRefusedException Refusal(ReadOnlySpan<byte> head)
    {
        var start = Latin(head[..Math.Min(head.Length, 512)]);
        foreach (var (magic, words) in s_known)
        {
            if (start.StartsWith(magic, StringComparison.Ordinal))
            {
                return MediaRefusal.Unsupported(words);
            }
        }

        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return MediaRefusal.Unsupported("SVG drawings are not taken: export it as PNG.");
        }

        return MediaRefusal.Unsupported(LooksLikeText(head)
            ? "The file holds text, whatever its name says."
            : "The content is of none of the accepted types, whatever its name says.");
    }

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> type)
        => head.Length >= 12 && (head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8)) && head.Slice(8, 4).SequenceEqual(type);

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
        => head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)26) < 0;

    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
