namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A chord as pitch classes (0 = C), the root first.</summary>
internal sealed record Chord(string Numeral, IReadOnlyList<int> Tones)
{
    private static readonly string[] s_romans = ["I", "II", "III", "IV", "V", "VI", "VII"];

    private static readonly int[] s_degrees = [0, 2, 4, 5, 7, 9, 11];

    // Longest first: "maj7" also ends in "7".
    private static readonly (string Suffix, int[]? Instead, int[] Added)[] s_suffixes =
    [
        ("maj9", null, [11, 14]),
        ("maj7", null, [11]),
        ("add9", null, [14]),
        ("sus4", [0, 5, 7], []),
        ("sus2", [0, 2, 7], []),
        ("dim", [0, 3, 6], []),
        ("9", null, [10, 14]),
        ("7", null, [10]),
        ("6", null, [9]),
        ("5", [0, 7], []),
    ];

    public int Root => Tones[0];

    public bool Has(int pitch) => Tones.Contains(pitch % 12);

    /// <summary>Reads a numeral such as <c>vi7</c>, <c>IVmaj7</c> or <c>bVI</c>. Degrees are those of the major scale
    /// on the tonic, whatever the mode; lower case is minor.</summary>
    public static Chord Parse(string numeral, Key key)
    {
        var text = numeral.AsSpan();
        var flat = text[0] == 'b' ? 1 : 0;
        text = text[flat..];
        (string Suffix, int[]? Instead, int[] Added) suffix = ("", null, []);
        foreach (var candidate in s_suffixes)
        {
            if (text.EndsWith(candidate.Suffix, StringComparison.Ordinal))
            {
                suffix = candidate;
                break;
            }
        }

        var roman = text[..^suffix.Suffix.Length].ToString();
        var degree = Array.FindIndex(s_romans, name => name.Equals(roman, StringComparison.OrdinalIgnoreCase));
        if (degree < 0)
        {
            throw new FormatException($"'{numeral}' is not a chord.");
        }

        int[] triad = suffix.Instead ?? (char.IsUpper(roman[0]) ? [0, 4, 7] : [0, 3, 7]);
        var root = key.Tonic + s_degrees[degree] - flat + 12;
        return new Chord(numeral, [.. triad.Concat(suffix.Added).Select(interval => (root + interval) % 12)]);
    }
}
