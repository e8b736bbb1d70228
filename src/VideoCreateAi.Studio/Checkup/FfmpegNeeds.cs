using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>What the studio asks of ffmpeg by name.</summary>
/// <param name="Needed">Without one of them MP4 files cannot be made as they should be.</param>
/// <param name="Useful">Without one of them something less can be made; with the words for what.</param>
internal sealed partial record FfmpegNeeds(IReadOnlyList<string> Needed, IReadOnlyList<(string[] OneOf, string For)> Useful)
{
    public static readonly FfmpegNeeds Encoders = new(
        ["libx264", "aac", "mjpeg", "pcm_f32le", "rawvideo"],
        [(["libvpx-vp9"], "WebM files"), (["libopus"], "sound in WebM files"), (["gif"], "GIF files"), (["png"], "GIF files and PNG pictures"), (["libmp3lame"], "MP3 files")]);

    public static readonly FfmpegNeeds Decoders = new(
        ["h264", "mjpeg", "png", "aac", "pcm_s16le", "pcm_f32le"],
        [
            (["hevc"], "clips of phones (HEVC)"), (["vp9", "libvpx-vp9"], "VP9 clips"), (["av1", "libdav1d", "libaom-av1"], "AV1 clips"), (["prores"], "ProRes clips"),
            (["webp"], "WebP pictures"), (["gif"], "GIF pictures"), (["mp3float", "mp3"], "MP3 sound"), (["opus", "libopus"], "Opus sound"), (["flac"], "FLAC sound"), (["vorbis", "libvorbis"], "Vorbis sound"),
        ]);

    public static readonly FfmpegNeeds Filters = new(
        [
            "acompressor", "acrossfade", "adelay", "aecho", "afade", "aformat", "aloop", "amix", "apad", "aresample", "areverse", "asetpts", "asplit", "atempo", "atrim", "bass",
            "concat", "crop", "equalizer", "format", "fps", "hflip", "highpass", "lowpass", "scale", "setparams", "setpts", "sidechaincompress", "stereotools", "transpose", "treble", "vflip", "volume",
        ],
        [(["ass"], "letters where Pango is missing"), (["premultiply"], "pictures with transparency"), (["palettegen"], "GIF files"), (["paletteuse"], "GIF files"), (["split"], "GIF files")]);

    public Finding Compare(string name, IReadOnlySet<string> has)
    {
        var missing = Needed.Where(needed => !has.Contains(needed)).ToList();
        var less = Useful.Where(row => !row.OneOf.Any(has.Contains)).ToList();
        return missing.Count > 0 ? new(name, FindingState.Missing, $"this ffmpeg lacks {string.Join(", ", missing)}")
            : less.Count > 0 ? new(name, FindingState.Warning, $"this ffmpeg lacks {string.Join(", ", less.Select(row => $"{row.OneOf[0]} ({row.For})"))}")
            : new(name, FindingState.Ok, "all that are used");
    }

    /// <summary>Null for what is built from a repository, which is newer than any release.</summary>
    public static Version? VersionOf(string told) =>
        ReleasePattern().Match(told) is { Success: true } match && Version.TryParse(match.Groups[1].Value, out var version) ? version : null;

    [GeneratedRegex(@"^n?(\d{1,2}\.\d+(?:\.\d+)?)")]
    private static partial Regex ReleasePattern();
}
