namespace VideoCreateAi.Mcp.Files;

/// <summary>A type that people hand over in good faith and that cannot be used, with the way out.</summary>
/// <param name="Name">With its article, as it stands in a sentence: "a HEIC photo".</param>
internal sealed record UnsupportedFormat(string Name, string Remedy)
{
    public static UnsupportedFormat Heic { get; } = new(
        "a HEIC/HEIF photo (the iPhone's format)",
        "Save it as JPEG: on a Mac open it in Preview and choose File > Export; on Windows use \"Save as\" in Photos; "
        + "on the iPhone set Settings > Camera > Formats to \"Most Compatible\".");

    public static UnsupportedFormat Avif { get; } = new(
        "an AVIF picture", "Open it in a browser or an image program and save it as JPEG or PNG.");

    public static UnsupportedFormat Tiff { get; } = new("a TIFF or camera raw picture", "Save it as JPEG or PNG.");

    public static UnsupportedFormat Bitmap { get; } = new("a BMP picture", "Save it as PNG.");

    public static UnsupportedFormat Pdf { get; } = new("a PDF document", "Save the pages that are needed as PNG, one file each.");

    public static UnsupportedFormat Photoshop { get; } = new("a Photoshop document", "Export it as PNG or JPEG.");

    public static UnsupportedFormat Archive { get; } = new("an archive or office document", "Unpack it, and name the files in it.");

    public static UnsupportedFormat Flac { get; } = new("a FLAC sound", "Convert it to WAV, MP3 or M4A.");

    public static UnsupportedFormat Ogg { get; } = new("an Ogg sound or video", "Convert it to MP3 or MP4.");

    public static UnsupportedFormat WindowsMedia { get; } = new("a Windows Media file", "Convert it to MP4 or MP3.");

    public static UnsupportedFormat Flash { get; } = new("a Flash video", "Convert it to MP4.");

    public static UnsupportedFormat Mpeg { get; } = new("an MPEG program or transport stream", "Convert it to MP4.");
}
