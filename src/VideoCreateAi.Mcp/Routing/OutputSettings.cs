using System.Buffers;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>The words that set a file's format, resolution, aspect or destination. Rows; the first that is found wins.</summary>
internal static class OutputSettings
{
    private const int LongestWord = 12;

    /// <summary>What an export can make.</summary>
    public static readonly IReadOnlyList<string> MadeFormats = ["mp4", "mov", "webm", "gif", "mp3", "wav", "jpg", "png", "srt", "otio"];

    private static readonly string[] s_formats =
    [
        "mp4", "mov", "webm", "gif", "mp3", "wav", "srt", "zip", "avi", "mkv", "m4v", "wmv", "flv", "m4a", "aac", "flac", "ogg", "opus", "aiff", "mpeg", "mpg", "mxf",
        "vob", "rar", "7z", "apng", "webp", "prores", "otio", "opentimelineio", "jpg", "jpeg", "png",
    ];

    // Pictures are mostly spoken of as what a video is made from.
    private static readonly HashSet<string> s_pictures = ["jpg", "jpeg", "png"];

    private static readonly Dictionary<string, string> s_otherNames = new() { ["jpeg"] = "jpg", ["opentimelineio"] = "otio" };

    // Folded. Before the format that something is to become, and before one that it is not.
    private static readonly HashSet<string> s_targets =
        ["as", "to", "into", "in", "als", "zu", "en", "em", "au", "su", "w", "do", "na", "в", "ke", "jadi", "sang", "naar", "som", "成", "为", "成为"];

    private static readonly HashSet<string> s_denials =
        ["not", "no", "without", "instead", "kein", "keine", "nicht", "statt", "pas", "sin", "sem", "nao", "non", "niet", "geen", "nie", "не", "jangan", "bukan", "khong", "不要", "不是", "别", "不用"];

    private static readonly (string Word, string Value)[] s_resolutions =
    [
        ("480p", "480p"), ("720p", "720p"), ("1080p", "1080p"), ("1440p", "1440p"), ("2160p", "4k"), ("4k", "4k"), ("uhd", "4k"), ("ultra hd", "4k"),
        ("2k", "1440p"), ("qhd", "1440p"), ("1280x720", "720p"), ("720x1280", "720p"), ("1920x1080", "1080p"), ("1080x1920", "1080p"),
        ("2560x1440", "1440p"), ("1440x2560", "1440p"), ("3840x2160", "4k"), ("2160x3840", "4k"), ("full hd", "1080p"), ("full-hd", "1080p"), ("fullhd", "1080p"),
        ("全高清", "1080p"), ("2160", "4k"), ("1440", "1440p"), ("1080", "1080p"), ("720", "720p"), ("480", "480p"),
    ];

    private static readonly (string Word, string Value)[] s_aspects =
    [
        ("9:16", "9:16"), ("16:9", "16:9"), ("1:1", "1:1"), ("4:5", "4:5"), ("4:3", "4:3"), ("21:9", "21:9"),
        ("9x16", "9:16"), ("16x9", "16:9"), ("9/16", "9:16"), ("16/9", "16:9"), ("9 by 16", "9:16"), ("16 by 9", "16:9"), ("9比16", "9:16"), ("16比9", "16:9"), ("1比1", "1:1"),
        ("vertical", "9:16"), ("portrait", "9:16"), ("竖屏", "9:16"), ("竖版", "9:16"), ("縦", "9:16"), ("세로", "9:16"), ("hochformat", "9:16"), ("hochkant", "9:16"),
        ("verticale", "9:16"), ("vertikal", "9:16"), ("вертикальн", "9:16"), ("staand", "9:16"), ("dikey", "9:16"), ("pionie", "9:16"), ("pionowo", "9:16"), ("عمودي", "9:16"), ("वर्टिकल", "9:16"),
        ("landscape", "16:9"), ("widescreen", "16:9"), ("horizontal", "16:9"), ("orizzontale", "16:9"), ("paysage", "16:9"), ("горизонтальн", "16:9"), ("liggend", "16:9"), ("yatay", "16:9"),
        ("poziomie", "16:9"), ("横屏", "16:9"), ("横版", "16:9"), ("横長", "16:9"), ("横向き", "16:9"), ("가로", "16:9"), ("querformat", "16:9"), ("افقي", "16:9"),
        ("square", "1:1"), ("方形", "1:1"), ("正方形", "1:1"), ("carre", "1:1"), ("quadrato", "1:1"), ("quadrado", "1:1"), ("cuadrado", "1:1"), ("quadratisch", "1:1"), ("vierkant", "1:1"),
        ("kwadrat", "1:1"), ("квадрат", "1:1"), ("정사각", "1:1"), ("مربع", "1:1"),
    ];

    private static readonly (string Word, string Value)[] s_presets =
    [
        ("tiktok", "tiktok"), ("抖音", "tiktok"), ("douyin", "tiktok"), ("reels", "reels"), ("instagram", "reels"), ("shorts", "shorts"),
        ("youtube", "youtube"), ("小红书", "xiaohongshu"), ("b站", "bilibili"), ("whatsapp", "whatsapp"),
    ];

    private static readonly (string Word, string Value)[] s_places = [.. s_presets, ("square", "square"), ("4:5", "4:5")];

    private static readonly SearchValues<char> s_placeStarts = SearchValues.Create([.. s_places.Select(static place => place.Word[0])]);

    // Between the places of a list; folded, as the text is.
    private static readonly HashSet<string> s_joints =
    [
        "and", "for", "also", "a", "plus", "then", "as", "well", "und", "fur", "auch", "et", "pour", "y", "para", "e", "per", "и", "для", "en", "voor", "ve", "icin",
        "和", "与", "跟", "以及", "と", "그리고", "와", "과",
    ];

    /// <summary>What the video is to become: of several formats the one that it is turned into, else the first that is not denied.</summary>
    public static string? Format(ReadOnlySpan<char> text)
    {
        var (first, firstAt, target, targetAt) = ((string?)null, int.MaxValue, (string?)null, -1);
        foreach (var format in s_formats)
        {
            for (var at = Next(text, format, 0); at >= 0; at = Next(text, format, at + format.Length))
            {
                var isTarget = Follows(text, at, s_targets, words: 2);
                if (Follows(text, at, s_denials, words: 3) || (s_pictures.Contains(format) && !isTarget))
                {
                    continue;
                }

                (first, firstAt) = at < firstAt ? (format, at) : (first, firstAt);
                (target, targetAt) = at > targetAt && isTarget ? (format, at) : (target, targetAt);
            }
        }

        return (target ?? first) is { } found ? s_otherNames.GetValueOrDefault(found, found) : null;
    }

    public static string? Resolution(ReadOnlySpan<char> text) => First(text, s_resolutions);

    public static string? Aspect(ReadOnlySpan<char> text) => First(text, s_aspects);

    public static string? Preset(ReadOnlySpan<char> text) => First(text, s_presets);

    /// <summary>The format of the part that words ask for without naming one: the sound, the captions, a picture.</summary>
    public static string? PartFormat(ReadOnlySpan<char> text)
    {
        foreach (var (word, format) in PartWords.Rows)
        {
            // "The video and a thumbnail": the video is wanted as well, and one message makes one kind of file.
            if (Next(text, word, 0) is var at and >= 0 && !Follows(text, at, PartWords.Beside, words: 2) && !Follows(text, at, s_denials, words: 3)
                && !PartWords.GoesOn(text[(at + word.Length)..]))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>The longest list of places in the text, each once and in its order.</summary>
    public static IReadOnlyList<string> Presets(ReadOnlySpan<char> text)
    {
        List<string> longest = [];
        List<string> list = [];
        for (var (at, end) = (0, -1); at < text.Length; at++)
        {
            var skip = text[at..].IndexOfAny(s_placeStarts);
            if (skip < 0)
            {
                break;
            }

            at += skip;
            if (PlaceAt(text, at) is not { } place)
            {
                continue;
            }

            var between = end < 0 ? [] : text[end..at];
            if (end >= 0 && between.IsWhiteSpace())
            {
                // "YouTube Shorts", "Instagram Reels": one place with two words.
                list.RemoveAt(list.Count - 1);
            }
            else if (end < 0 || !IsJoint(between))
            {
                list = [];
            }

            list.Add(place.Value);
            (end, at) = (at + place.Word.Length, at + place.Word.Length - 1);
            longest = list.Count > longest.Count ? list : longest;
        }

        return [.. longest.Distinct()];
    }

    private static (string Word, string Value)? PlaceAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var row in s_places)
        {
            if (text[at..].StartsWith(row.Word) && IsWhole(text, at, row.Word))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Nothing but words and signs that join a list.</summary>
    private static bool IsJoint(ReadOnlySpan<char> between)
    {
        foreach (var range in between.SplitAny(" ,;/+&\t"))
        {
            if (between[range] is { Length: > 0 } word && !s_joints.Contains(word.ToString()))
            {
                return false;
            }
        }

        return true;
    }

    private static string? First(ReadOnlySpan<char> text, (string Word, string Value)[] rows)
    {
        foreach (var (word, value) in rows)
        {
            if (Holds(text, word))
            {
                return value;
            }
        }

        return null;
    }

    // A whole word where the script has such; a stem of a longer word otherwise.
    private static bool Holds(ReadOnlySpan<char> text, string word) => Next(text, word, 0) >= 0;

    private static int Next(ReadOnlySpan<char> text, string word, int from)
    {
        for (; ; from++)
        {
            var at = text[from..].IndexOf(word);
            if (at < 0)
            {
                return -1;
            }

            from += at;
            if (IsWhole(text, from, word))
            {
                return from;
            }
        }
    }

    /// <summary>One of these stands shortly before, in the same clause.</summary>
    private static bool Follows(ReadOnlySpan<char> text, int at, HashSet<string> before, int words)
    {
        var lookup = before.GetAlternateLookup<ReadOnlySpan<char>>();
        for (; words > 0; words--)
        {
            var end = at;
            while (end > 0 && text[end - 1] is ' ' or '.' or '\'' or '"')
            {
                end--;
            }

            var start = end;
            while (start > 0 && Letters.IsWord(text[start - 1]) && end - start < LongestWord)
            {
                start--;
            }

            if (start == end)
            {
                return false;
            }

            for (var from = Letters.IsUnspaced(text[end - 1]) ? Math.Max(start, end - 2) : start; from < end; from += Letters.IsUnspaced(text[end - 1]) ? 1 : LongestWord)
            {
                if (lookup.Contains(text[from..end]))
                {
                    return true;
                }
            }

            at = start;
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int at, string word)
    {
        var end = at + word.Length;
        return !char.IsAscii(word[0])
            || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])));
    }
}
