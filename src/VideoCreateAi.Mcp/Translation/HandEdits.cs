namespace VideoCreateAi.Mcp.Translation;

/// <summary>Rewords a control that is to be set by hand as a message that asks for the same: a property, a value, nothing else.</summary>
internal static class HandEdits
{
    private static readonly Row[] s_rows =
    [
        new(["volume", "brightness", "contrast", "saturation", "opacity", "speed", "tempo", "temperature", "sharpness", "exposure", "hue", "pitch"], ["to", "at"], "Set the {0} to {1}."),
        new(["音量", "亮度", "对比度", "饱和度", "不透明度", "透明度", "速度", "色温", "锐度", "曝光", "音调"], ["到", "至", "为", "成"], "把{0}调到{1}。"),
        new(["volumen", "brillo", "contraste", "saturación", "opacidad", "velocidad"], ["a", "al", "hasta"], "Pon {0} a {1}."),
        new(["volume", "luminosité", "contraste", "saturation", "opacité", "vitesse"], ["à", "sur"], "Règle {0} à {1}."),
        new(["lautstärke", "helligkeit", "kontrast", "sättigung", "deckkraft", "geschwindigkeit"], ["auf"], "Stelle {0} auf {1}.") { KeepsCase = true },
        new(["volume", "brilho", "contraste", "saturação", "opacidade", "velocidade"], ["para", "em", "até"], "Ajuste {0} para {1}."),
        new(["volume", "luminosità", "contrasto", "saturazione", "opacità", "velocità"], ["a", "al", "su"], "Imposta {0} a {1}."),
    ];

    private static readonly string[] s_units = ["%", "x", "×", "倍", "dB", "BPM"];

    /// <summary>null where more or less than one property and one value is named.</summary>
    public static string? Of(string sentence)
    {
        foreach (var row in s_rows)
        {
            var named = Array.FindAll(row.Properties, property => Holds(sentence, property));
            if (named is [var property] && ValueAfter(sentence, row.Before) is { } value)
            {
                var at = sentence.IndexOf(property, StringComparison.OrdinalIgnoreCase);
                // German nouns keep their capital; the name of an English control loses it.
                var name = row.KeepsCase ? sentence.Substring(at, property.Length) : property;
                return row.Message.Replace("{0}", name, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal);
            }
        }

        return null;
    }

    private static bool Holds(string sentence, string word)
    {
        var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !IsInside(sentence, at, word.Length);
    }

    // "不透明度" holds "透明度": the longer one is meant. In spaced scripts a word ends where its letters end.
    private static bool IsInside(string sentence, int at, int length)
    {
        var before = at > 0 ? sentence[at - 1] : ' ';
        return before == '不' || (char.IsLetter(sentence[at]) && sentence[at] < '\u2E80'
            && (char.IsLetter(before) || (at + length < sentence.Length && char.IsLetter(sentence[at + length]) && sentence[at + length] < '\u2E80')));
    }

    private static string? ValueAfter(string sentence, string[] before)
    {
        string? value = null;
        for (var at = 0; at < sentence.Length; at++)
        {
            if (!char.IsAsciiDigit(sentence[at]))
            {
                continue;
            }

            var end = at;
            while (end < sentence.Length && (char.IsAsciiDigit(sentence[end]) || (sentence[end] is '.' or ',' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]))))
            {
                end++;
            }

            var space = end < sentence.Length && sentence[end] is ' ' or '\u00A0' ? 1 : 0;
            var unit = Array.Find(s_units, unit => string.CompareOrdinal(sentence, end + space, unit, 0, unit.Length) == 0);
            var lead = sentence[..at].TrimEnd();
            if (value is not null || unit is null || !Array.Exists(before, word => EndsWith(lead, word)))
            {
                return null;
            }

            value = sentence[at..(end + space + unit.Length)];
            at = end;
        }

        return value;
    }

    private static bool EndsWith(string text, string word)
        => text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (word[0] >= '\u2E80' || text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    private sealed record Row(string[] Properties, string[] Before, string Message)
    {
        public bool KeepsCase { get; init; }
    }
}
