namespace VideoCreateAi.Studio.Director.Reading;

internal static class Scripts
{
    /// <summary>For character classes of patterns: signs of the languages that part no words by spaces, and Korean.</summary>
    public const string Running = @"\u3005-\u3007\u3040-\u30FA\u30FC-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF";

    public static Script? Of(char sign) => sign switch
    {
        < '\u0250' => char.IsLetter(sign) ? Script.Latin : null,
        >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        (>= '\u0620' and <= '\u065F') or (>= '\u066E' and <= '\u06D3') => Script.Arabic,
        >= '\u0900' and <= '\u0965' => Script.Devanagari,
        (>= '\u3040' and <= '\u30FA') or (>= '\u30FC' and <= '\u30FF') => Script.Kana,
        (>= '\u3005' and <= '\u3007') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') => Script.Han,
        (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') => Script.Hangul,
        _ => null,
    };

    public static bool IsRunning(char sign) => Of(sign) is Script.Han or Script.Kana or Script.Hangul;
}
