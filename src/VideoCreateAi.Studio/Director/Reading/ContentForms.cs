using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The forms in which a language announces content that is not in quotes, made from the word lists of its file.</summary>
internal sealed class ContentForms
{
    private const string Quotes = "\"“”„«»‹›「」『』《》‘’‚'＂＇";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, ContentForms> s_made = new(StringComparer.Ordinal);

    private readonly Lexicon _lexicon;

    private ContentForms(Lexicon lexicon)
    {
        _lexicon = lexicon;
        var seconds = Words([.. lexicon.Phrases.Where(phrase => phrase is { Sense: Sense.Unit, Number: 1000 }).SelectMany(phrase => phrase.Words.Split('|')), "s", "sec"]);
        var scene = Words([.. lexicon.Setting("scene"), "scene", "shot"]);
        const string Count = @"(?:\d+|[零〇一二三四五六七八九十]+)";
        var number = $@"第?\s*(?:{scene})?\s*{Count}\s*(?:{scene})?";
        const string Time = @"\d+(?::\d{1,2})*(?:[.,]\d+)?";
        var ofTime = lexicon.IsRunning ? $"(?:{seconds})" : $@"(?:(?:{seconds})(?!\p{{L}}))";
        TimedLine = Pattern($@"^[\s\-*•]*(?:{number})?\s*[\[(（【]?\s*第?(?<from>{Time})\s*{ofTime}?\s*(?:-|–|—|~|～|〜|至|到|から|-->)\s*第?(?<to>{Time})\s*{ofTime}?\p{{M}}*\s*[\])）】]?\s*[:：\-–]?\s*(?<text>\S.*)$");
        SceneLine = Pattern($@"^[\s\-*•]*第?\s*(?:(?:{scene})\s*{Count}|{Count}\s*(?:{scene}))\s*(?:[(（](?<length>\d+(?:[.,]\d+)?)\s*(?:{seconds})[)）])?\s*[:：\-–.、]\s*(?<text>\S.*)$");
        CaptionHeader = Form("captions", heads => $@"{heads}[^:：\n]{{0,40}}[:：]\s*\n");
        CaptionRow = Form("captions", heads => $@"{heads}[^:：\n]{{0,24}}[:：][ \t]*(?=[^\s{Quotes}])");
        var says = Words(lexicon.Setting("says"));
        var hasSays = lexicon.Setting("says").Count > 0;
        var saying = hasSays ? Bounded(says) : @"(?!)";
        Narration = Form("narration", heads => $@"{heads}[^:：\n。{Quotes}]{{0,24}}?(?:{saying}(?:\p{{L}}{{0,3}}\s*[:：])?|(?<!\d)[:：])[ \t]*(?<text>[^\s:：{Quotes}\uE000-\uF8FF][^\n\uE000-\uF8FF]*?)(?=\s*(?:\n|\z))");
        var end = TitleEnd();
        AnnouncedTitle = Form("title", heads => $@"{heads}\s*(?:{saying}\s*[:：]?|[:：])\s*(?<t>[^\s:：\d{Quotes}\uE000-\uF8FF][^\n\uE000-\uF8FF]*?){end}");
        NamedTitle = Form("named", heads => $@"{heads}\s*[:：]?\s*(?<t>[^\s:：\d{Quotes}\uE000-\uF8FF][^\n\uE000-\uF8FF]*?){end}");
        Written = Form("writes", heads => $@"{heads}\s*[:：]?\s*(?<t>[^\s:：\d{Quotes}\uE000-\uF8FF][^\n\uE000-\uF8FF]*?){end}");
        Subject = SubjectForm();
    }

    public Regex TimedLine { get; }

    public Regex SceneLine { get; }

    public Regex? CaptionHeader { get; }

    /// <summary>The head of captions that stand on the same line.</summary>
    public Regex? CaptionRow { get; }

    public Regex? Narration { get; }

    public Regex? AnnouncedTitle { get; }

    public Regex? NamedTitle { get; }

    /// <summary>A verb of writing, and right behind it what is written: 写上我们登顶啦.</summary>
    public Regex? Written { get; }

    public Regex? Subject { get; }

    public static ContentForms Of(Lexicon lexicon) => s_made.GetOrAdd(lexicon.Code, static (_, lexicon) => new ContentForms(lexicon), lexicon);

    // A title ends with its part of the sentence, or before a word that leads to its time, its place or the next wish.
    private string TitleEnd()
    {
        var ends = _lexicon.Setting("title-ends");
        var words = ends.Count == 0 ? "" : _lexicon.IsRunning ? $"|(?:{Words(ends)})" : $@"|\s(?:{Words(ends)})(?!\p{{L}})";
        return $@"(?=\s*(?:[,，;；\n。、]|[.!?！？](?:\s|$)|$){words})";
    }

    /// <summary>What stands between the words before a subject and the words behind it: 关于 … 的视频, de … con.</summary>
    private Regex? SubjectForm()
    {
        var before = _lexicon.Setting("subject");
        var behind = _lexicon.Setting("subject-ends");
        if (before.Count == 0 && behind.Count == 0)
        {
            return null;
        }

        var lead = before.Count == 0 ? @"(?:^|[,，。.\n])\s*" : Bounded(Words(before)) + @"\s*";
        var end = behind.Count == 0 ? "" : _lexicon.IsRunning ? $"|(?:{Words(behind)})" : $@"|\s(?:{Words(behind)})(?!\p{{L}})";
        return Pattern($@"{lead}(?<t>\p{{L}}[^,，;；。\n\uE000-\uF8FF]*?)(?=\s*(?:[,，;；\n。]|[.!?！？](?:\s|$)|$){end})");
    }

    private Regex? Form(string setting, Func<string, string> form)
    {
        var words = _lexicon.Setting(setting);
        return words.Count == 0 ? null : Pattern(form(Bounded(Words(words))));
    }

    private string Bounded(string words) => _lexicon.IsRunning ? $"(?:{words})" : $@"(?<!\p{{L}})(?:{words})(?!\p{{L}})";

    private static string Words(IEnumerable<string> words) =>
        string.Join('|', words.OrderByDescending(word => word.Length).Select(word => Regex.Escape(word.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal) + (word.EndsWith('*') ? @"\p{L}*" : "")));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit);
}
