using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The forms in which content stands in a message. Words of a language stand beside each other, parted by <c>|</c>.</summary>
internal static partial class MessagePatterns
{
    public const string MediaEndings = "mp4|mov|avi|webm|mkv|jpg|jpeg|png|gif|webp|mp3|wav|m4a|aac";

    private const string TitleEnd =
        @"(?=\s*(?:[,;\n]|[.!?](?:\s|$)|$|\b(?:for|from|at|in|on|until|during|over|and|with|then|but)\b\s+(?:the\s+|a\s+)?(?:\d|first|last|top|bottom|start|beginning|end|center|centre|middle|corner|left|right|lower|upper|big|red|white|yellow|make|cut|add|music|put|show|some|upbeat|calm|vertical|crossfade|fade|remove|move|set|outro|intro|end|bigger|smaller|background|text)|\b(?:with|and|plus)\b\s+(?:\p{L}+\s+){0,3}(?:music|captions|subtitles|crossfades?|transitions?|wipes|fades|piano|jazz|titles?)\b))";

    [GeneratedRegex(@"\[script file: [^\]\n]+\]\s*(?<text>.*?)(?=\[script file: |\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex ScriptFile();

    /// <summary>A line with its own time: <c>Scene 1 (0-5s): text</c>, <c>- [00:00–00:04] text</c>, <c>0:00-0:02 text</c>.</summary>
    [GeneratedRegex(
        @"^[\s\-*•]*(?:(?:scene|shot)\s*\d+)?\s*[\[(]?\s*(?<from>\d+(?::\d{1,2})*(?:[.,]\d+)?)\s*s?\s*(?:-|–|—|-->|to)\s*(?<to>\d+(?::\d{1,2})*(?:[.,]\d+)?)\s*(?:s|sec|seconds)?\s*[\])]?\s*[:\-–]?\s+(?<text>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TimedLine();

    [GeneratedRegex(@"^[\s\-*•]*(?:scene|shot)\s*\d+\s*(?:\((?<length>\d+(?:\.\d+)?)\s*s(?:ec(?:onds)?)?\))?\s*[:\-–.]\s*(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex SceneLine();

    /// <summary>A numbered line that ends with its length: <c>1. waves on the rocks (4 s)</c>.</summary>
    [GeneratedRegex(@"^\s*(?:\d+\s*[.)、：:]|[-*•]|[①-⑳])\s*(?<text>\S.*?)\s*[,，]?\s*[(（\[【]?\s*(?<length>\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|秒钟?|秒間|초|seg|segundos?|secondes?|secondi|sekunden?|сек\p{L}*|с|ثوان\p{L}*|सेकंड|detik|giây|saniye|seconden|sekund\p{L}*)\s*[)）\]】]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NumberedScene();

    /// <summary>The words in front of lines that are to be shown as captions.</summary>
    [GeneratedRegex(@"\b(?:captions?|subtitles?|subs|caption it|subtitle it|script|lyrics|lines)\b[^:\n]*:\s*\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex CaptionHeader();

    [GeneratedRegex(@"\b(?:captions?|subtitles?|subs|lyrics)\b[^:\n""“”]{0,24}:[ \t]*(?=[^\s""“”'‘])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex CaptionRow();

    /// <summary>Where a text that is not in quotes ends: with its line, or where the next wish begins.</summary>
    private const string SpokenEnd =
        @"(?=\s*(?:\n|\z|[.!?]\s+(?:then\s+|and\s+|also\s+|please\s+)?(?:make|add|use|put|set|cut|remove|delete|change|turn|export|trim|keep|show|let|with)\b|[,;]?\s*(?:\band\b|\bwith\b|\bplus\b|,)\s+(?:\p{L}+[\s\-]+){0,3}(?:music|soundtrack|titles?|captions?|subtitles?|crossfades?|transitions?)\b))";

    [GeneratedRegex(
        @"\b(?:voice-?\s?over|narration|narrator|narrate|vo|text to speech|tts|read (?:(?:this|it|the following|out) )?(?:aloud|out loud))\b[^:\n""“”'，。]{0,30}(?<!\d):[ \t]*(?<text>[^\s""“”'‘«\uE000-\uF8FF][^\n]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Narration();

    /// <summary>"add a voiceover that says Welcome to our shop": no colon and no quotes.</summary>
    [GeneratedRegex(
        @"\b(?:voice-?\s?over|narration|narrator|vo|(?:spoken|ai|female|male)\s+voice|a\s+voice)\b[^:.\n""“”']{0,24}?\b(?:that\s+says|which\s+says|who\s+says|saying|say|says|that\s+reads|reading|with\s+the\s+(?:words|text|line))\s*[:,]?\s+(?<text>[^\s""“”'‘«\uE000-\uF8FF][^\n\uE000-\uF8FF]*?)" + SpokenEnd,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex SaidNarration();

    // Straight quotes may be apostrophes too, so no letter of a spaced language stands beside them; 'Yaz'ı and '여름'으로 take their endings.
    private const string SpacedLetter = @"[\p{L}-[" + Scripts.Running + "]]";

    /// <summary>In the quotation marks of all languages here.</summary>
    [GeneratedRegex(
        @"“(?<t>[^”“\n]+)[”“]|„(?<t>[^“”""„\n]+)[“”""]|”(?<t>[^”\n]+)”|«(?<t>[^»\n]+)»|»(?<t>[^«\n]+)«|‹(?<t>[^›\n]+)›|「(?<t>[^」\n]+)」|『(?<t>[^』\n]+)』|《(?<t>[^》\n]+)》|〈(?<t>[^〉\n]+)〉|＂(?<t>[^＂\n]+)＂|"
        + @"(?<!" + SpacedLetter + @")""(?<t>[^""\n]+)""|(?<!" + SpacedLetter + @")‘(?<t>[^\n]+?)’(?!" + SpacedLetter + @")|‚(?<t>[^\n]+?)[‘’](?!" + SpacedLetter + @")|(?<!" + SpacedLetter + @")'(?<t>[^\n]+?)'(?!" + SpacedLetter + @")",
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Quoted();

    /// <summary>"call it Summer Vibes", "change the title to Ebb": the words that follow are the title.</summary>
    [GeneratedRegex(
        @"\b(?i:title it|titled|call it|call this|called|name it|named|entitled|(?:change|set|rename|update|switch|edit)\s+(?:the\s+|that\s+|my\s+)?(?:(?:text|wording|words)\s+of\s+(?:the|my|that)\s+title|(?:title|headline|heading|text|it)(?:\s+(?:text|words|wording))?)\s+(?:to\s+say|to\s+read|to|into|as)|(?:title|headline|text)\s+should\s+(?:say|be|read)|make\s+(?:it|the\s+(?:title|text))\s+(?:say|read))\s+(?<t>[^\s\uE000-\uF8FF\d][^\n\uE000-\uF8FF]*?)"
        + TitleEnd,
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NamedTitle();

    /// <summary>A title without quotes: after a word that announces it, or capitalised.</summary>
    [GeneratedRegex(
        @"\b(?i:title|headline|heading|text|card|words)(?:\s+(?i:that says|which says|saying|reading|that reads|called)\s+|\s*:\s*)(?<t>[^\s\uE000-\uF8FF\d][^\n\uE000-\uF8FF]*?)" + TitleEnd,
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex AnnouncedTitle();

    [GeneratedRegex(@"\b(?i:title|headline|heading|text|end card|title card)\s+(?:(?i:card)\s+)?(?<t>[A-Z][\p{L}\p{N}'’&!]*(?::?\s+(?:[A-Z0-9][\p{L}\p{N}'’&!]*|(?:of|the|and|a|in|on|for|to)(?=\s+[A-Z])))*)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex CapitalisedTitle();

    /// <summary>"put REPLAY on that one": capitals in a sentence of small letters are to be written as they stand.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:[Pp]ut|[Ww]rite|[Aa]dd|[Ss]tick|[Ss]lap|[Ss]how|[Dd]isplay|[Pp]rint|[Ss]ays?)\s+(?:(?:the\s+)?(?:words?|text|title)\s+)?(?!(?:PIP|SRT|VTT|MP3|MP4|MOV|GIF|WAV|PNG|JPG|LUT|FPS|UHD|FHD|HDR|VHS|BGM)\b)(?<t>[A-Z][A-Z0-9'’&!?]{2,}(?:\s+[A-Z0-9][A-Z0-9'’&!?]*)*)(?=\s+(?:on|over|in|at|across|as|for|during)\b|\s*(?:[,.;\n]|$))", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex WordsInCapitals();

    /// <summary>What a video made from nothing should show.</summary>
    [GeneratedRegex(
        @"\b(?:of|about|showing|shows|for|where|in which|with a scene of)\s+(?<t>(?:an?\s+|the\s+|my\s+|our\s+)?(?!tiktok|youtube|instagram|reels|shorts|the first|the last|\d)\p{L}[^\n\uE000-\uF8FF]*?)(?=\s*(?:[,;\n]|[.!?](?:\s|$)|$|(?:,\s*)?\b(?:with|and|plus)\b\s+(?:(?:a|an|the|some|slow|fast|calm|soft|upbeat|epic|gentle|happy|sad|background|\p{L}+)\s+){0,3}(?:music|title|titles|soundtrack|song|captions|subtitles|voiceover|narration|piano|beat|fade|transition|text)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Subject();

    /// <summary>A small word that may hold a slip of the pen; no part of a file name.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}._\-])(?<word>\p{Ll}{4,12})(?![\p{L}\p{N}_\-]|\.\p{L})(?<count>\s+\d)?", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex SmallWord();

    [GeneratedRegex(@"(?:[\p{L}\p{M}\p{N}_\--[" + Scripts.Running + @"]]+|[" + Scripts.Running + @"]+)\.(?:" + MediaEndings + @")(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex FileName();

    /// <summary>A word or number that may be a part of a file name, no measure and no part of another name.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}_.,:#\--[" + Scripts.Running + @"]])(?:[0-9]{3,}(?![\p{L}\p{N}%°.:x×\--[" + Scripts.Running + @"]]|[.,:][0-9]|[秒分帧幀年月日元倍度초프]|\s*(?:px|pixels?|fps|hz|ms|%|s\b|sec|min|x\s*[0-9]|[.,:][0-9]))|[\p{L}\p{M}-[" + Scripts.Running + @"]][\p{L}\p{M}\p{N}_-[" + Scripts.Running + @"]]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NameWord();

    /// <summary>"each card", "per dish": the noun behind a word for each.</summary>
    [GeneratedRegex(@"(?<=\b(?:each|every|per|all|jede\w*|pro|chaque|par|cada|por|ogni|per|elke|per|każde\w*|na|каждый|каждую|каждое|на|her|setiap|per|mỗi|first|second|third|fourth|fifth|sixth|last|other|next|both|these|those|two|three|four|erste\w*|zweite\w*|dritte\w*|letzte\w*|primer\w*|segund\w*|tercer\w*|últim\w*|premi[eè]\w+|derni\w+|deuxième|troisième|prim[oa]|second[oa]|terz[oa]|ultim[oa]|primeir\w*|eerste|tweede|derde|laatste)\s+(?:the\s+|las\s+|los\s+)?)(?<word>[\p{L}\p{M}]{3,})(?![\p{L}\p{M}\p{N}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex KindWord();

    /// <summary>Whether several things are spoken of: a plural, or a word or sign that says so.</summary>
    [GeneratedRegex(@"都|全|所有|两|兩|三|四|带|帶|每|つとも|すべて|모든|다\b|\b(?:all|every|each|both|any|two|three|four|five|with|alle|jede\w*|beide\w*|mit|tous|toutes|chaque|les|deux|trois|avec|todos|todas|cada|los|las|ambos|dos|tres|con|os|as|dois|duas|tutti|tutte|ogni|le|gli|due|tre|все|всё|каждый|оба|обе|с|wszystkie|oba|obie|z|hepsi|bütün|iki|her|semua|setiap|kedua|tất cả|các|mọi|hai|सभी|दोनों|كل|جميع)\b|s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Several();

    /// <summary>A colour as designers write it.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}&])#(?<t>[0-9A-Fa-f]{6})(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex HexColour();

    /// <summary>"the font Open Sans", "in Montserrat font"</summary>
    [GeneratedRegex(@"(?:\b(?i:font|typeface)\s*(?i:is|:|=|called|named)?\s*(?<t>[A-Z][\p{L}\p{N}]*(?:[ \-][A-Z][\p{L}\p{N}]*){0,3})|(?<!\p{L})(?<t>[A-Z][\p{L}\p{N}]+(?:[ \-][A-Z][\p{L}\p{N}]*){0,3})\s+(?i:font|typeface)\b)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex FontName();

    /// <summary>Captions in the form of SRT or VTT, wherever they stand in a message.</summary>
    [GeneratedRegex(@"(?:^[ \t]*WEBVTT[^\n]*\n\s*)?(?:^[ \t]*(?:\d+[ \t]*\n[ \t]*)?\d{1,2}:\d{2}[\d:.,]*[ \t]*-->[ \t]*\d{1,2}:\d{2}[\d:.,]*[^\n]*\n(?:[ \t]*\S[^\n]*(?:\n|\z))+\s*)+", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TimedCaptions();

    private const string Clock = @"\d{1,3}(?::\d{1,2}){0,2}(?:[.,]\d{1,3})?";

    private const string SecondSign = @"\s*(?:s|sec|secs|seconds?|''|″|秒|초|с|сек|sn|giây|detik)?";

    /// <summary><c>Hello there (0:01-0:03)</c>, <c>Hello [1–3 s]</c></summary>
    [GeneratedRegex(@"^(?<text>\S.*?)\s*[,:：|–—-]?\s*[\[(（【]\s*(?<from>" + Clock + @")" + SecondSign + @"\s*(?:-|–|—|~|～|〜|to|至|到|から|→)\s*(?<to>" + Clock + @")" + SecondSign + @"\s*[\])）】]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TimeBehind();

    /// <summary>Where only the beginning is told: <c>[0:05] text</c>, <c>0:05 text</c>, <c>5s: text</c></summary>
    [GeneratedRegex(@"^[\s\-*•]*(?:[\[(（【]\s*(?<from>\d{1,2}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?|\d{1,4}(?:[.,]\d)?\s*(?=s|秒|초|с))" + SecondSign + @"\s*[\])）】]\s*[:：\-–]?|(?<from>\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)\s*[:：\-–—]?(?=\s|[^\x00-\x7F])|(?:at\s+)?(?<from>\d{1,4}(?:[.,]\d)?)\s*(?:s|sec|seconds?|秒|초|с|сек|sn|giây|detik)\s*[:：\-–—])\s*(?<text>[^\s\d\-–—~～].*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TimeOfStart();

    /// <summary>A cell of a table that holds nothing but a time or two.</summary>
    [GeneratedRegex(@"^(?<from>" + Clock + @")" + SecondSign + @"(?:\s*(?:-|–|—|~|～|〜|to|至|到|から|→)\s*(?<to>" + Clock + @")" + SecondSign + @")?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TimeCell();

    /// <summary>The line under the head of a table.</summary>
    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TableRule();

    [GeneratedRegex(@"^(?:\d{1,3}\s*[.)、]|[①-⑳])\s*(?=\D)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex LineNumber();

    /// <summary>Lines of captions on one line: <c>subtitles: Hello / How are you / Bye</c>.</summary>
    /// <summary>What follows a name that only stands in quotes.</summary>
    [GeneratedRegex(@"^\s*(?:(?:there|here)\s+)?(?:is|means|refers|photo|clip|picture|video|image|file|shot)(?![\p{L}\p{N}])|^\s*(?:这张|那张|这段|那段|这个|那个|是)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TellsOfAName();

    /// <summary>"the pie's time": the ending of a name.</summary>
    [GeneratedRegex(@"[\uE000-\uF8FF]\s*['’]s(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Possessive();

    /// <summary>A number at the end of a text, and the word before it.</summary>
    [GeneratedRegex(@"(?<word>\p{L}+)\s+(?<number>[0-9]+)\s+$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NumberBehindAWord();

    /// <summary>"OUT 12 JULY": nothing but capitals, and more than one word of them.</summary>
    [GeneratedRegex(@"^(?=.*\p{Lu}{2,}[^\p{L}]+.*\p{Lu}{2,})[^\p{Ll}]+$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex InCapitals();

    /// <summary>Where a sentence ends and another begins.</summary>
    [GeneratedRegex(@"[.!?。！？]\s+(?=\p{Lu})|[。！？](?=\p{Lo})", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex SentenceEnd();

    /// <summary>"and under it, smaller, 3 days on foot": a second text, told by its place.</summary>
    [GeneratedRegex(@"(?<=[\uE000-\uF8FF][^.!?\n]*\b)(?:under|below|beneath|underneath)\s+(?:it|that|this)\s*,?\s*(?:in\s+)?(?:a\s+bit\s+)?(?:smaller|small|tiny|bigger)\s*(?:text|letters|print)?\s*[:,]?\s+(?<t>[^.!?\n\uE000-\uF8FF]{3,80}?)(?=\s*(?:[.!?\n]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex TextBelow();

    /// <summary>卧室那张: a thing and the one of it.</summary>
    [GeneratedRegex(@"(?<word>[\u4E00-\u9FFF]{2})(?=(?:那|这|的那|的这)一?(?:张|段|个|条|幅|部))", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex RunningOne();

    /// <summary>"use Blinding Lights by The Weeknd", "the song 'Hey Jude'", 周杰伦的《晴天》: music that only its name tells.</summary>
    [GeneratedRegex(@"\b(?:use|add|play|put|have|with|want|like|need|to)\s+(?:in\s+|on\s+)?(?:the\s+(?:song|track|intro|chorus|beginning)\s+(?:of\s+)?)?[""“'‘]?(?<t>\p{Lu}[\p{L}'’]*(?:\s+[\p{L}'’]+){0,5}?[""”'’]?\s+by\s+(?:the\s+)?\p{Lu}[\p{L}.'’]+(?:\s+(?:&\s+|and\s+)?\p{Lu}[\p{L}.'’]+)*)|(?:\b(?:song|track|tune)\s+(?:called\s+|named\s+)?|\b(?:intro|chorus|beginning|melody)\s+(?:of|to|from)\s+)(?<t>[""“'‘][^""”\n]{2,60}[""”'’]|\p{Lu}[\p{L}'’]+(?:\s+\p{Lu}[\p{L}'’]+)+)|(?:歌|音乐|配乐|bgm|曲|播放|放一?首|来一?首|用)[^。！？\n，,《]{0,8}(?<t>《[^》\n]{1,30}》)|(?<t>[\u4E00-\u9FFF]{2,4}的《[^》\n]{1,30}》)(?=[^。！？\n]{0,8}(?:歌|音乐|配乐|bgm|曲|当|做|作))", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex SongByName();

    /// <summary>"the start of the dance": behind such a word a file is named, whatever the word means else.</summary>
    [GeneratedRegex(@"(?<=(?<!\p{L})(?:of|over|under|on|onto|during|before|after|behind|into)\s+the\s+)(?<word>\p{L}{3,})(?=\s*(?:[.,;!?\n]|$|(?:only|and|then|for|starts|begins|ends|is)(?!\p{L})))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex OfTheName();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<word>\p{L}{3,})\s+(?<name>[\uE000-\uF8FF])", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex WordBeforeAName();

    /// <summary>把…里后面那个路人去掉: a thing that is seen in a picture.</summary>
    [GeneratedRegex(@"(?:里面|里|中|上面)(?:的|后面|前面|左边|右边|旁边|那个|那些)[^，。！？,\n]{0,12}(?:[pP]掉|去掉|抹掉|擦掉|去除|移除|弄掉|消掉|抠掉)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex InThePicture();

    /// <summary>Two contents with nothing between them.</summary>
    [GeneratedRegex(@"[\uE000-\uF8FF]\s*(?:['’]s?(?!\p{L}))?\s*[\uE000-\uF8FF]", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex NamedTwice();

    /// <summary>"both before pictures", "the kitchen shots"</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:(?:the|my|our|both|all|two|three|these|those)\s+){1,3}(?<word>[\p{L}]{3,})\s+(?:clips|videos|photos|pictures|pics|images|stills|shots|ones)(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex KindOfNames();

    /// <summary>"the jump clip": whatever the word means else, beside the noun it may be a name.</summary>
    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])(?:the|my|our|that|this)\s+)(?<word>[\p{L}]{3,})(?=\s+(?<kind>clip|video|footage|photo|picture|pic|image|still|shot|song|track|one)(?![\p{L}\p{N}]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex KindOfName();

    [GeneratedRegex(@"^\s*(?<text>(?:[^\n""“”「」«»'‘\uE000-\uF8FF/|;；／｜]|(?<=\p{L})'(?=\p{L}))+(?:\s*[/|;；／｜]\s*(?:[^\n""“”「」«»'‘\uE000-\uF8FF/|;；／｜]|(?<=\p{L})'(?=\p{L}))+)+)\s*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex LinesInARow();
}
