namespace VideoCreateAi.Studio.Library;

/// <summary>The formats that are taken.</summary>
internal static class MediaFormats
{
    public static readonly MediaFormat Mp4 = new("mp4", MediaKind.Video, "mov");
    public static readonly MediaFormat Mov = new("mov", MediaKind.Video, "mov");
    public static readonly MediaFormat Avi = new("avi", MediaKind.Video, "avi");
    public static readonly MediaFormat Webm = new("webm", MediaKind.Video, "matroska");
    public static readonly MediaFormat Mkv = new("mkv", MediaKind.Video, "matroska");

    // With image2 a name such as fr%d.png would mean a whole series of files.
    public static readonly MediaFormat Jpeg = new("jpg", MediaKind.Image, "jpeg_pipe");
    public static readonly MediaFormat Png = new("png", MediaKind.Image, "png_pipe");
    public static readonly MediaFormat Webp = new("webp", MediaKind.Image, "webp_pipe");
    public static readonly MediaFormat Gif = new("gif", MediaKind.Image, "gif");
    public static readonly MediaFormat AnimatedGif = Gif with { Kind = MediaKind.Video };

    public static readonly MediaFormat Mp3 = new("mp3", MediaKind.Audio, "mp3");
    public static readonly MediaFormat Wav = new("wav", MediaKind.Audio, "wav");
    public static readonly MediaFormat M4a = new("m4a", MediaKind.Audio, "mov");
    public static readonly MediaFormat Aac = new("aac", MediaKind.Audio, "aac");

    /// <summary>Sound alone in a container that mostly holds films.</summary>
    public static readonly MediaFormat MkvSound = Mkv with { Kind = MediaKind.Audio };

    public static readonly MediaFormat WebmSound = Webm with { Kind = MediaKind.Audio };

    public static readonly MediaFormat AviSound = Avi with { Kind = MediaKind.Audio };

    private static readonly MediaFormat[] s_all =
    [
        Mp4, Mov, Avi, Webm, Mkv, Jpeg, Png, Webp, Gif, AnimatedGif, Mp3, Wav, M4a, Aac, MkvSound, WebmSound, AviSound,
    ];

    /// <summary>The row of an extension and kind, or null.</summary>
    public static MediaFormat? Find(string extension, MediaKind kind)
        => s_all.FirstOrDefault(format => format.Extension == extension && format.Kind == kind);

    /// <summary>The same container when it turns out to hold sound alone.</summary>
    public static MediaFormat AsSound(this MediaFormat format)
        => format.Kind == MediaKind.Audio ? format : format.Demuxer == "mov" ? M4a : Find(format.Extension, MediaKind.Audio) ?? format;

    /// <summary>The same container when it turns out to hold moving pictures.</summary>
    public static MediaFormat AsClip(this MediaFormat format) => format == M4a ? Mp4 : format;
}
