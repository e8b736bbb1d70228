using System.Text;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>Titles that would do something if anything between a draft and a frame took them for more than letters.</summary>
internal static class HostileTitles
{
    // What parts and quotes in ffmpeg's filter strings (: , ; [ ] \ ' =), what its drawtext expands (%), what overrides in ASS scripts
    // ({ }), what opens Pango's markup (< &) and what joins commands of a shell (|).
    private const string Signs = ":,;[]\\'=%{}<&|";

    // Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Han, kana, Hangul and emoji: whole words, so that they are shaped as such.
    private static readonly string[] s_words =
    [
        "Sommer", "naïve", "Größe", "día", "čaj", "Καλημέρα", "ώρα", "привет", "ёлка", "صباح", "مدينة", "שלום", "नमस्ते", "क्षितिज", "สวัสดี", "京都", "新品发布",
        "ひかり", "カメラ", "안녕", "👍", "👩🏽‍🚀", "🇫🇷", "e\u0301", "ﬁn", "50", "№7", "a", "Mm",
    ];

    /// <summary>All ordered pairs, each between letters, where an escape or an expansion would find something to take.</summary>
    public static IEnumerable<HostileTitle> Pairs() => Signs.SelectMany(first => Signs.Select(second => Plain($"Ab{first}{second}nz")));

    /// <summary>The same for the same seed.</summary>
    /// <param name="canary">A file that must not be opened.</param>
    public static IEnumerable<HostileTitle> Random(int count, int seed, string canary)
    {
        var random = new Random(seed);
        HostileTitle[] pieces = [.. Pieces(canary)];
        for (var made = 0; made < count; made++)
        {
            var (raw, shown) = (new StringBuilder(), new StringBuilder());
            for (var left = random.Next(1, 6); left > 0; left--)
            {
                var piece = random.Next(10) switch
                {
                    < 4 => Plain(s_words[random.Next(s_words.Length)]),
                    < 7 => Plain(string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Signs[random.Next(Signs.Length)]))),
                    _ => pieces[random.Next(pieces.Length)],
                };
                var gap = random.Next(3) == 0 ? "" : " ";
                raw.Append(piece.Raw).Append(gap);
                shown.Append(piece.Shown).Append(gap);
            }

            yield return new HostileTitle(raw.ToString(), shown.ToString().Trim());
        }
    }

    private static IEnumerable<HostileTitle> Pieces(string canary)
    {
        string[] plain =
        [
            "<span>", "</span>", "<b>bold</b>", "<span size='9999'>", "<!--", "-->", "&amp;", "&#x41;", "&lt;b&gt;", "&nonsense;", "<![CDATA[x]]>",
            "%{pts}", "%{gmtime}", "%{expr:1+1}", "%{metadata:title}", "%d", "%s%n", "%%", "{\\b1}", "{\\fs90}", "{\\p1}m 0 0 l 99 99{\\p0}", "\\N", "\\h", "\\n", "\\\\",
            "$(touch x)", "`id`", "${HOME}", "$HOME", "!!", "~", "*", "; rm -rf .", "&& true", "| cat", "> out", "#{x}", "{{x}}", "{0}", "[[h@'loU]]", "<speak>",
            canary, $"file:{canary}", $"textfile={canary}", $"x',drawtext=textfile='{canary}", $"@{canary}", $"$(cat {canary})", $"<img src=\"{canary}\">", $"movie={canary}", $"-i {canary}",
            "-y", "--help", "null", "None", "\"quoted\"", "a/../b", "../../x", "C:\\x", "0x00", "\u200F", "\u202Eabc\u202C", "\u2066x\u2069", "\u00AD", "\uFEFFz", "\uE000",
        ];
        foreach (var text in plain)
        {
            yield return Plain(text);
        }

        yield return new("x\ny", "x\ny");
        yield return new("x\r\ny", "x\ny");
        yield return new("x\ry", "x\ny");
        yield return new("x\u0085y", "x\ny");
        yield return new("x\ty", "x y");
        yield return new("x\0y", "xy");
        yield return new("\u001B[31mred", "[31mred");
        yield return new("x\u0008\u007Fy", "xy");
        yield return new("x\uD83Dy", "xy");
        yield return new("x\uFFFEy", "xy");
        yield return new($"z{string.Concat(Enumerable.Repeat("\u0323", 40))}z", $"z{string.Concat(Enumerable.Repeat("\u0323", 8))}z");
    }

    private static HostileTitle Plain(string text) => new(text, text);
}
