using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Files that are called like a word of the language: "the score photo", "jazz has to be muted", "move the card to the front".
/// What stands beside the word tells that the file is meant.</summary>
internal static class SpokenNames
{
    private const string Spaced = @"[\p{L}\p{M}\p{N}_-[" + Scripts.Running + "]]";

    private const string Article = @"(?:the|my|our|this|that|your)\s+";

    // What is done with shots and files, and what they are told to do.
    private const string Verbs = @"(?:use|show|play|mute|silence|unmute|reverse|rotate|flip|mirror|crop|swap|switch|duplicate|repeat|move|put|bring|shift|place|take|keep|remove|delete|drop|trim|split|zoom\s+in\s+on|zoom\s+into|zoom\s+out\s+of)";

    private const string Relations = @"(?:before|after|behind|of|on|in\s+front\s+of|next\s+to|and|with|from|between)";

    private const string Predicates = @"(?:is|are|has|have|was|were|should|must|needs?|goes|comes?|could|would|will|may|enters?|plays?|stays?|gets?|looks?|sounds?|starts?|ends?|lasts?|can)";

    // What such a word qualifies where it is no name.
    private const string Nouns = @"(?:music|songs?|tracks?|soundtracks?|tunes?|beats?|styles?|moods?|vibes?|transitions?|effects?|filters?|looks?|fonts?|titles?|text|texts|captions?|in|out|animations?|colou?rs?|speed|motions?|cuts?|wipes?|tone|version)";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    /// <summary>Words that name a thing of the studio first of all, or a place: of these only "the title photo" is a file.</summary>
    private static readonly HashSet<string> s_firstOfAll = ["title", "titles", "text", "caption", "captions", "subtitles", "music", "song", "sound", "audio", "voice", "voiceover", "narration", "logo", "transition",
        "transitions", "start", "end", "beginning", "first", "last", "middle", "fade", "background", "speed", "volume", "intro", "outro", "opening", "ending", "words", "script"];

    public static IEnumerable<Regex> Of(Asset asset, string stem, Sense sense, Language language)
    {
        var name = Regex.Escape(stem);
        if (Scripts.IsRunning(stem[0]))
        {
            if (stem.Length >= 2 && IsQuality(sense) && language.Main.IsRunning)
            {
                // 弦乐进得太突然, and 来段弦乐 is music of that kind.
                yield return Pattern($@"(?<![点點段首种種是要换換成]){name}(?!风格|風格|音乐|音樂|类|類|的音|曲|配乐|配樂|转场|轉場|效果|滤镜|濾鏡|色调|色調|\s*の?音楽|\s*음악)");
            }

            if (sense is not (Sense.Video or Sense.Clip or Sense.Still or Sense.Shot or Sense.Last) && stem[0] is not ('第' or '最'))
            {
                yield return Pattern(name + (asset.Kind == AssetKind.Image ? "(?=图|圖|照片|相片|那张|这张|那張|這張)" : asset.Kind == AssetKind.Video ? "(?=视频|視頻|影片|片段|那段|这段|這段)" : "(?=这首|那首|這首|文件|音频)"));
            }

            yield break;
        }

        if (sense is Sense.Video or Sense.Clip or Sense.Still or Sense.Last or Sense.Ordinal or Sense.Next or Sense.Other or Sense.Each or Sense.All || IsShotWord(stem, sense))
        {
            yield break;
        }

        yield return Pattern($@"(?<=(?<!{Spaced})(?:{Article})){name}(?=\s+(?:{Kind(asset.Kind)})(?!{Spaced}))");
        yield return Pattern($@"(?<=""|“|'|‘){name}(?=(?:""|”|'|’)\s+(?:{Kind(asset.Kind)})(?!{Spaced}))");
        if (s_firstOfAll.Contains(stem.ToLowerInvariant()))
        {
            yield break;
        }

        var isAlone = $@"(?!{Spaced}|[\-:'’]|\s+{Nouns}(?!{Spaced}))";
        yield return Pattern($@"(?<=(?<!{Spaced})(?:{Verbs}|{Relations})\s+{Article}){name}{isAlone}");
        yield return Pattern($@"(?<=(?:^|[.;,!?\n]\s*|(?<!{Spaced})(?:and|then|so|but)\s+)(?:{Article})?){name}(?=\s+{Predicates}(?!{Spaced}))");
        if (IsQuality(sense))
        {
            yield return Pattern($@"(?<=(?<!{Spaced})(?:{Verbs})\s+){name}{isAlone}");
        }
    }

    private static bool IsShotWord(string stem, Sense sense) => sense == Sense.Shot && !stem.Equals("slide", StringComparison.OrdinalIgnoreCase);

    private static bool IsQuality(Sense sense) => sense is Sense.MusicStyle or Sense.Mood or Sense.Filter or Sense.Animation or Sense.TextColour;

    private static string Kind(AssetKind kind) => kind switch
    {
        AssetKind.Image => "photo|picture|image|pic|still|shot|snapshot|file|one",
        AssetKind.Video => "clip|video|footage|shot|recording|file|take|one",
        _ => "track|song|file|audio|recording|music|mp3|wav|tune|piece",
    };

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit);
}
