namespace VideoCreateAi.Mcp.Routing;

/// <summary>The words that set a file's format, resolution, aspect or destination. Rows; the first that is found wins.</summary>
internal static class OutputSettings
{
    /// <summary>What an export can make.</summary>
    public static readonly IReadOnlyList<string> MadeFormats = ["mp4", "mov", "webm", "gif"];

    private static readonly string[] s_formats =
        ["mp4", "mov", "webm", "gif", "mp3", "wav", "srt", "zip", "avi", "mkv", "m4v", "wmv", "flv", "m4a", "aac", "flac", "ogg", "apng", "webp", "prores"];

    private static readonly (string Word, string Value)[] s_resolutions =
    [
        ("480p", "480p"), ("720p", "720p"), ("1080p", "1080p"), ("1440p", "1440p"), ("2160p", "4k"), ("4k", "4k"), ("uhd", "4k"),
        ("2k", "1440p"), ("1280x720", "720p"), ("720x1280", "720p"), ("1920x1080", "1080p"), ("1080x1920", "1080p"),
        ("2560x1440", "1440p"), ("3840x2160", "4k"), ("2160x3840", "4k"), ("full hd", "1080p"), ("fullhd", "1080p"), ("1080", "1080p"), ("720", "720p"),
    ];

    private static readonly (string Word, string Value)[] s_aspects =
    [
        ("9:16", "9:16"), ("16:9", "16:9"), ("1:1", "1:1"), ("4:5", "4:5"), ("4:3", "4:3"), ("21:9", "21:9"),
        ("vertical", "9:16"), ("portrait", "9:16"), ("竖屏", "9:16"), ("竖版", "9:16"), ("縦", "9:16"), ("세로", "9:16"), ("hochformat", "9:16"),
        ("verticale", "9:16"), ("вертикальн", "9:16"), ("landscape", "16:9"), ("widescreen", "16:9"), ("horizontal", "16:9"),
        ("横屏", "16:9"), ("横版", "16:9"), ("가로", "16:9"), ("querformat", "16:9"), ("square", "1:1"), ("方形", "1:1"), ("正方形", "1:1"),
    ];

    private static readonly (string Word, string Value)[] s_presets =
    [
        ("tiktok", "tiktok"), ("抖音", "tiktok"), ("douyin", "tiktok"), ("reels", "reels"), ("instagram", "reels"), ("shorts", "shorts"),
        ("youtube", "youtube"), ("小红书", "xiaohongshu"), ("b站", "bilibili"), ("whatsapp", "whatsapp"),
    ];

    private static readonly (string Word, string Value)[] s_places = [.. s_presets, ("square", "square"), ("4:5", "4:5")];

    // Between the places of a list; folded, as the text is.
    private static readonly HashSet<string> s_joints =
    [
        "and", "for", "also", "a", "plus", "then", "as", "well", "und", "fur", "auch", "et", "pour", "y", "para", "e", "per", "и", "для", "en", "voor", "ve", "icin",
        "和", "与", "跟", "以及", "と", "그리고", "와", "과",
    ];

    public static string? Format(ReadOnlySpan<char> text)
    {
        foreach (var format in s_formats)
        {
            if (Holds(text, format))
            {
                return format;
            }
        }

        return null;
    }

    public static string? Resolution(ReadOnlySpan<char> text) => First(text, s_resolutions);

    public static string? Aspect(ReadOnlySpan<char> text) => First(text, s_aspects);

    public static string? Preset(ReadOnlySpan<char> text) => First(text, s_presets);

    /// <summary>The longest list of places in the text, each once and in its order.</summary>
    public static IReadOnlyList<string> Presets(ReadOnlySpan<char> text)
    {
        List<string> longest = [];
        List<string> list = [];
        for (var (at, end) = (0, -1); at < text.Length; at++)
        {
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
    private static bool Holds(ReadOnlySpan<char> text, string word)
    {
        for (var from = 0; ; from++)
        {
            var at = text[from..].IndexOf(word);
            if (at < 0)
            {
                return false;
            }

            from += at;
            if (IsWhole(text, from, word))
            {
                return true;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int at, string word)
    {
        var end = at + word.Length;
        return !char.IsAscii(word[0])
            || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])));
    }
}
