namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>What ffmpeg may do with a file that a stranger made: the decoders that it may open and the largest picture.</summary>
/// <param name="Decoders">ffmpeg's names of decoders. A codec that nobody's camera or editor writes is attack surface only.</param>
internal sealed record InputGuards(string Decoders, long MaxPixels)
{
    private const string SoundDecoders =
        "aac,aac_fixed,mp3,mp3float,mp2,mp2float,opus,libopus,vorbis,libvorbis,flac,alac,ac3,ac3_fixed,eac3,"
        + "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,"
        + "pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,amrnb,amrwb";

    private const string PictureDecoders = "mjpeg,png,apng,gif,webp";

    private const string ClipDecoders =
        "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg1video,mpeg2video,h263,h263p,"
        + "msmpeg4,msmpeg4v2,prores,dnxhd,dvvideo,theora,qtrle,rawvideo";

    /// <summary>The most pixels of any picture, moving or not.</summary>
    public const long MostPixels = 40_000_000;

    public static readonly InputGuards Picture = new(PictureDecoders, MostPixels);

    public static readonly InputGuards Clip = new($"{ClipDecoders},{PictureDecoders},{SoundDecoders}", MostPixels);

    /// <summary>With the picture decoders: an MP3 or M4A carries its cover.</summary>
    public static readonly InputGuards Sound = new($"{SoundDecoders},{PictureDecoders}", MostPixels);

    /// <summary>A WAV file that the studio wrote itself.</summary>
    public static readonly InputGuards OwnWav = new("pcm_s16le,pcm_s24le,pcm_f32le", MostPixels);
}
