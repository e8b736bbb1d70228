namespace VideoCreateAi.Mcp.Files;

/// <summary>One of the accepted types, as the first bytes tell it.</summary>
/// <param name="Extension">The type's own extension, whatever the file is called.</param>
internal sealed record FileFormat(string Extension, string ContentType)
{
    public static FileFormat Mp4 { get; } = new("mp4", "video/mp4");

    public static FileFormat Mov { get; } = new("mov", "video/quicktime");

    public static FileFormat Avi { get; } = new("avi", "video/x-msvideo");

    public static FileFormat WebM { get; } = new("webm", "video/webm");

    public static FileFormat Mkv { get; } = new("mkv", "video/x-matroska");

    public static FileFormat Jpg { get; } = new("jpg", "image/jpeg");

    public static FileFormat Png { get; } = new("png", "image/png");

    public static FileFormat Gif { get; } = new("gif", "image/gif");

    public static FileFormat WebP { get; } = new("webp", "image/webp");

    public static FileFormat Mp3 { get; } = new("mp3", "audio/mpeg");

    public static FileFormat Wav { get; } = new("wav", "audio/wav");

    public static FileFormat M4a { get; } = new("m4a", "audio/mp4");

    public static FileFormat Aac { get; } = new("aac", "audio/aac");
}
