namespace VideoCreateAi.Mcp.Routing;

/// <summary>What no lexicon is to read in a message: file names and quoted words.</summary>
internal static class Asides
{
    private const string ClosingQuotes = "\"“”„«»」』》’'`";

    private const int Unclosed = -2;

    private static readonly List<CueToken> s_none = [];

    // Quoted words and file names become blanks in the text and tokens of their own.
    public static List<CueToken> Take(string message, Span<char> text, IReadOnlyList<FileMention> mentions)
    {
        if (mentions.Count == 0 && message.AsSpan().IndexOfAny(Letters.OpenQuotes) < 0)
        {
            return s_none;
        }

        var aside = new List<CueToken>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            text[mention.Start..mention.End].Clear();
            var cue = mention.Kind switch
            {
                MentionKind.Path => Cue.Path,
                MentionKind.Url => Cue.Url,
                MentionKind.Bare => Cue.Bare,
                _ => Cue.Content,
            };
            aside.Add(new CueToken(mention.Start, mention.End, cue, Lexicon.English) { Mention = i });
        }

        // Quotes that nothing closes before the end of their line: looked for once.
        var (open, lineEnd) = (0u, 0);
        for (var at = 0; at < message.Length; at++)
        {
            var skip = message.AsSpan(at).IndexOfAny(Letters.OpenQuotes);
            if (skip < 0)
            {
                break;
            }

            at += skip;
            if (at >= lineEnd)
            {
                var rest = message.AsSpan(at).IndexOf('\n');
                (open, lineEnd) = (0, rest < 0 ? message.Length : at + rest + 1);
            }

            var kind = 1u << Letters.QuoteKind(message[at]);
            var end = text[at] == '\0' || (open & kind) != 0 ? -1 : CloseOf(message, at);
            open |= end == Unclosed ? kind : 0;
            if (end > at)
            {
                if (!text[at..end].Contains('\0'))
                {
                    aside.Add(new CueToken(at, end + 1, Cue.Quote, Lexicon.English));
                    text[at..(end + 1)].Clear();
                }

                at = end;
            }
        }

        aside.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return aside;
    }

    private static int CloseOf(string message, int open)
    {
        var quote = message[open];
        var single = quote is '\'' or '‘' or '`';
        if (single && open > 0 && char.IsLetterOrDigit(message[open - 1]) && !Letters.IsUnspaced(message[open - 1]))
        {
            return -1;
        }

        for (var at = open + 1; at < message.Length; at++)
        {
            if (message[at] == '\n')
            {
                return Unclosed;
            }

            if (!ClosingQuotes.Contains(message[at], StringComparison.Ordinal))
            {
                continue;
            }

            var matches = quote switch
            {
                '\'' or '‘' => message[at] is '\'' or '’' && !(at + 1 < message.Length && char.IsLetterOrDigit(message[at + 1])),
                '`' => message[at] is '`',
                '"' or '“' or '”' => message[at] is '"' or '”' or '“',
                '„' => message[at] is '“' or '”' or '"',
                '«' => message[at] == '»',
                '»' => message[at] == '«',
                '「' => message[at] == '」',
                '『' => message[at] == '』',
                _ => message[at] == '》',
            };
            if (matches)
            {
                return at > open + 1 ? at : -1;
            }
        }

        return Unclosed;
    }
}
