using System.Buffers;
using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Makes words that came from a backend, a file name or a media tag safe to show: no control or hidden characters,
/// no terminal sequences, no images or links that a renderer would fetch, and a limited length.</summary>
internal static class UntrustedText
{
    public const int DefaultLimit = 8000;
    public const int NameLimit = 120;

    private const char Escape = '\u001B';
    private static readonly SearchValues<char> s_suspect = SearchValues.Create(Suspects());

    /// <summary>Text of several lines.</summary>
    public static string Clean(string? text, int limit = DefaultLimit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (text.Length <= limit && text.AsSpan().IndexOfAny(s_suspect) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, limit));
        for (var at = 0; at < text.Length; at++)
        {
            if (clean.Length >= limit)
            {
                return Cut(clean, limit);
            }

            var c = text[at];
            if (c == Escape || c == '\u009B')
            {
                at = SkipSequence(text, at);
            }
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                if (!IsHidden(new Rune(c, text[at + 1])))
                {
                    clean.Append(c).Append(text[at + 1]);
                }

                at++;
            }
            else if (c is '\n' or '\t' || (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n'))
            {
                clean.Append(c);
            }
            else if (!char.IsSurrogate(c) && !IsHidden(new Rune(c)))
            {
                clean.Append(c);
            }
        }

        return Disarm(clean);
    }

    /// <summary>A name: one line, short.</summary>
    public static string Name(string? text, int limit = NameLimit)
    {
        var clean = Clean(text, limit);
        return clean.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? clean.Trim()
            : clean.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Trim();
    }

    private static string Cut(StringBuilder clean, int limit)
    {
        var length = Math.Max(0, limit - 1);
        if (length > 0 && char.IsHighSurrogate(clean[length - 1]))
        {
            length--;
        }

        clean.Length = length;
        return Disarm(clean) + "…";
    }

    private static string Disarm(StringBuilder clean)
    {
        // Last of all: what stood beside a joiner may be gone.
        for (var at = clean.Length - 1; at >= 0; at--)
        {
            if (IsStrayJoiner(clean, at))
            {
                clean.Remove(at, 1);
            }
        }

        DisarmMarkup(clean);
        return clean.ToString();
    }

    // "![x](url)" would be fetched by a client that shows Markdown; "[x](url)" hides where it leads.
    private static void DisarmMarkup(StringBuilder clean)
    {
        for (var at = clean.Length - 2; at >= 0; at--)
        {
            if (clean[at] == ']' && clean[at + 1] is '(' or '[')
            {
                clean.Insert(at + 1, ' ');
            }
            else if (clean[at] == '!' && clean[at + 1] == '[')
            {
                clean.Remove(at, 1);
            }
            else if (clean[at] == '<' && (char.IsAsciiLetter(clean[at + 1]) || clean[at + 1] is '/' or '!'))
            {
                clean[at] = '‹';
            }
        }
    }

    // CSI ends at a letter, OSC at BEL or ESC \; anything else is two characters.
    private static int SkipSequence(string text, int at)
    {
        if (text[at] == Escape && ++at >= text.Length)
        {
            return at;
        }

        if (text[at] is ']' or 'P' or '_' or '^')
        {
            while (at < text.Length && text[at] != '\a' && text[at] != '\n' && !(text[at] == '\\' && text[at - 1] == Escape))
            {
                at++;
            }

            return at;
        }

        if (text[at] is not ('[' or '\u009B'))
        {
            return at;
        }

        at++;
        while (at < text.Length && text[at] is < '@' or > '~' && text[at] is >= ' ' and <= '~')
        {
            at++;
        }

        return at;
    }

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0xAD or 0x61C or 0x200B or 0x200E or 0x200F or 0xFEFF or 0xFFFD => true,
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or 0xFFA0 => true,
        >= 0xFE00 and <= 0xFE0E => true,
        >= 0xE000 and <= 0xF8FF => true,
        (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or >= 0xF0000 => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2028 and <= 0x2029 => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    // Joiners belong into emoji and into Indic and Persian words; alone or in a row they only hide things.
    private static bool IsStrayJoiner(StringBuilder text, int at)
        => IsJoiner(text[at]) && (at == 0 || at + 1 == text.Length || text[at - 1] < '\u0600' || text[at + 1] < '\u0600' || IsJoiner(text[at - 1]));

    private static bool IsJoiner(char letter) => letter is '\u200C' or '\u200D';

    private static char[] Suspects()
    {
        var suspects = new List<char> { '<', ']', '!', '\u200C', '\u200D' };
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (char.IsSurrogate((char)c) || (c is not ('\n' or '\t') && IsHidden(new Rune((char)c))))
            {
                suspects.Add((char)c);
            }
        }

        return [.. suspects];
    }
}
