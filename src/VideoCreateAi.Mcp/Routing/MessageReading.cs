namespace VideoCreateAi.Mcp.Routing;

/// <summary>A message as the rules read it. One object reads many messages, one after the other, so that they cost next to no memory.</summary>
internal sealed class MessageReading
{
    // Signs that no message holds: a file is its kind, whatever its name says.
    private const char FirstSign = '\uE001';
    private const char KnownSign = '\uE005';
    private const char Nukta = '\u093C';

    private const int LongestPlain = 1;

    private char[] _masked = [];

    public string Text { get; private set; } = "";

    public IReadOnlyList<FileMention> Mentions { get; private set; } = [];

    public List<CueToken> Tokens { get; } = new(64);

    public List<Clause> Clauses { get; } = new(8);

    /// <summary>What it asks for, in order.</summary>
    public List<Intent> Steps { get; } = new(4);

    /// <summary>The text, its files masked.</summary>
    public ReadOnlySpan<char> Masked => _masked.AsSpan(0, Text.Length);

    /// <summary>There is more to it than files and signs.</summary>
    public bool HasWords { get; private set; }

    /// <summary>A word of a lexicon alone: "status".</summary>
    public bool IsPlain => Steps.Count == 1 && Clauses.Count == 1 && Clauses[0] is { Unknown: 0, Tokens: <= LongestPlain };

    public void Read(Lexicon lexicon, string message, IReadOnlySet<string>? known)
    {
        Tokens.Clear();
        Clauses.Clear();
        Steps.Clear();
        Text = message;
        Mentions = FileMentions.Find(message, known);
        CueScanner.Scan(lexicon, message, Mentions, Tokens);
        ClauseReader.Read(lexicon, Tokens, Clauses);
        ClauseSteps.Find(Clauses, Mentions, known, Steps);
        Mask(known);
    }

    private void Mask(IReadOnlySet<string>? known)
    {
        if (_masked.Length < Text.Length)
        {
            _masked = new char[Math.Max(256, Text.Length)];
        }

        Text.CopyTo(_masked);
        var text = _masked.AsSpan(0, Text.Length);
        foreach (var mention in Mentions)
        {
            text[mention.Start..mention.End].Fill(' ');
            text[mention.Start] = known?.Contains(mention.Text) == true ? KnownSign : (char)(FirstSign + (int)mention.Kind);
        }

        MoveMarks(text);
        HasWords = false;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                HasWords = true;
                break;
            }
        }
    }

    /// <summary>Marks that may be written or left out go out of their words; the gap is closed within the word, so that others stay in place.</summary>
    private static void MoveMarks(Span<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Letters.IsMark(text[at]) && text[at] is not Nukta)
            {
                continue;
            }

            var end = at + 1;
            var to = at;
            for (; end < text.Length && Letters.IsWord(text[end]) && !Letters.IsUnspaced(text[end]); end++)
            {
                if (!Letters.IsMark(text[end]) && text[end] is not Nukta)
                {
                    text[to++] = text[end];
                }
            }

            text[to..end].Fill(' ');
            at = end - 1;
        }
    }
}
