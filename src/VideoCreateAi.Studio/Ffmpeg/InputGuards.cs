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

    // Never shown, but ffprobe gives up on a whole film when it may not open one of its streams.
    private const string SubtitleDecoders = "srt,subrip,ass,ssa,mov_text,webvtt,text";

    /// <summary>The most pixels of any picture, moving or not.</summary>
    public const long MostPixels = 40_000_000;

    // Decoders round both sides up to whole blocks, and ffmpeg judges what they ask for: 7000 × 5700 counts as 7040 × 5700.
    private const long MostPaddedPixels = 42_000_000;

    public static readonly InputGuards Picture = new(PictureDecoders, MostPaddedPixels);

    public static readonly InputGuards Clip = new($"{ClipDecoders},{PictureDecoders},{SoundDecoders},{SubtitleDecoders}", MostPaddedPixels);

    /// <summary>With the picture decoders: an MP3 or M4A carries its cover.</summary>
    public static readonly InputGuards Sound = new($"{SoundDecoders},{PictureDecoders}", MostPaddedPixels);

    /// <summary>A WAV file that the studio wrote itself.</summary>
    public static readonly InputGuards OwnWav = new("pcm_s16le,pcm_s24le,pcm_f32le", MostPaddedPixels);
}
