namespace VideoCreateAi.Mcp.Routing;

/// <summary>Words for a part of a video that is a file of its own, folded. Rows; the first that is found wins.</summary>
internal static class PartWords
{
    public static IReadOnlyList<(string Word, string Format)> Rows { get; } =
    [
        ("just the audio", "mp3"), ("only the audio", "mp3"), ("audio only", "mp3"), ("only audio", "mp3"), ("just audio", "mp3"), ("just the sound", "mp3"), ("only the sound", "mp3"),
        ("sound only", "mp3"), ("just the soundtrack", "mp3"), ("only the soundtrack", "mp3"), ("soundtrack only", "mp3"), ("export the audio", "mp3"), ("audio file", "mp3"), ("sound file", "mp3"),
        ("只要音频", "mp3"), ("只要声音", "mp3"), ("仅音频", "mp3"), ("只导出音频", "mp3"), ("导出音频", "mp3"), ("音频文件", "mp3"), ("nur den ton", "mp3"), ("nur ton", "mp3"), ("solo el audio", "mp3"), ("solo audio", "mp3"),
        ("juste le son", "mp3"), ("seulement le son", "mp3"), ("so o audio", "mp3"), ("音声だけ", "mp3"), ("오디오만", "mp3"), ("только звук", "mp3"),
        ("just the subtitles", "srt"), ("only the subtitles", "srt"), ("just the captions", "srt"), ("only the captions", "srt"), ("subtitles only", "srt"), ("captions only", "srt"), ("subtitle file", "srt"),
        ("caption file", "srt"), ("captions file", "srt"), ("subtitles file", "srt"), ("export the subtitles", "srt"), ("export the captions", "srt"), ("export subtitles", "srt"), ("export captions", "srt"),
        ("download the subtitles", "srt"), ("download the captions", "srt"), ("save the subtitles", "srt"), ("save the captions", "srt"), ("只要字幕", "srt"), ("字幕文件", "srt"), ("导出字幕", "srt"), ("nur die untertitel", "srt"), ("untertiteldatei", "srt"),
        ("solo los subtitulos", "srt"), ("juste les sous-titres", "srt"), ("fichier de sous-titres", "srt"), ("字幕だけ", "srt"), ("字幕ファイル", "srt"), ("자막만", "srt"), ("자막 파일", "srt"), ("только субтитры", "srt"),
        ("thumbnail", "jpg"), ("poster frame", "jpg"), ("poster image", "jpg"), ("cover image", "jpg"), ("cover frame", "jpg"), ("cover picture", "jpg"), ("still frame", "jpg"), ("still image", "jpg"), ("single frame", "jpg"),
        ("封面图", "jpg"), ("封面", "jpg"), ("缩略图", "jpg"), ("サムネイル", "jpg"), ("サムネ", "jpg"), ("썸네일", "jpg"), ("vorschaubild", "jpg"), ("standbild", "jpg"), ("miniatura", "jpg"), ("miniature", "jpg"), ("обложк", "jpg"), ("миниатюр", "jpg"),
    ];

    private static readonly string[] s_whole = [" and video", " and the video", " and picture", " and the picture", " und video", " und bild", " et la video", " et l'image", " y video", " y el video", "和视频", "和画面", "与视频"];

    /// <summary>Before a part: it is wanted beside the whole.</summary>
    public static HashSet<string> Beside { get; } = ["and", "with", "plus", "also", "und", "mit", "et", "avec", "y", "con", "e", "com", "и", "с", "和", "与", "带", "と"];

    /// <summary>Behind a part: the whole is wanted as well.</summary>
    public static bool GoesOn(ReadOnlySpan<char> rest)
    {
        foreach (var whole in s_whole)
        {
            if (rest.StartsWith(whole))
            {
                return true;
            }
        }

        return false;
    }
}
