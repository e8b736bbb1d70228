using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>What the words of one part of a sentence tell together.</summary>
internal sealed class GuiClause
{
    // Verbs by their place in the rules that are nouns as well: the space bar, Ctrl+Z.
    private const GuiCue Things = GuiCue.Key | GuiCue.Play;
    private const GuiCue Transparent = GuiCue.Soft | GuiCue.You | GuiCue.If | GuiCue.Joint | GuiCue.Aim | GuiCue.Sorry | GuiCue.Via;

    private const GuiCue Subjects = ControlNames.Nouns | GuiCue.Export | GuiCue.Upload | GuiCue.Account;
    private const GuiCue Meanings = GuiCue.Export | GuiCue.Upload | GuiCue.Account | GuiCue.Revise | GuiCue.Step | GuiCue.Menu | GuiCue.Knob;

    private readonly Lexicon _lexicon;
    private readonly string _sentence;
    private readonly bool _capitals;
    private bool _open = true;
    private bool _marked;
    private bool _led;
    private bool _orders;
    private bool _ordered;
    private bool _controls;
    private int _end;

    private GuiClause(Lexicon lexicon, string sentence, bool capitals)
    {
        _lexicon = lexicon;
        _sentence = sentence;
        _capitals = capitals;
    }

    public GuiCue Cues { get; private set; }

    /// <summary>The targets that hardly mean anything but a window's.</summary>
    public GuiCue Strong { get; private set; }

    public bool Instructs { get; private set; }

    /// <summary>The reader is spoken to: "you can".</summary>
    public bool Addressed { get; private set; }

    public bool Conditional { get; private set; }

    public bool Negated { get; private set; }

    public bool Did { get; private set; }

    public bool Pictured { get; private set; }

    /// <summary>Cannot stand without what is next to it.</summary>
    public bool Leans { get; private set; }

    public bool OpensWithJoint { get; private set; }

    /// <param name="follows">A part before this one asks for the window.</param>
    public static GuiClause Read(Lexicon lexicon, string sentence, List<CueToken> tokens, int from, int to, bool follows)
    {
        // In German every noun has a capital.
        var clause = new GuiClause(lexicon, sentence, tokens.Count > 0 && lexicon.Languages[Spoken(tokens)] != "de") { _end = from };
        var last = GuiCue.None;
        var (first, speaks) = (true, false);
        var at = FirstFrom(tokens, from);
        for (var i = at; i < tokens.Count && tokens[i].Start < to; i++)
        {
            clause._ordered |= ((GuiCue)tokens[i].Cue & GuiCue.Order) != 0;
        }

        for (var i = at; i < tokens.Count && tokens[i].Start < to; i++)
        {
            var token = tokens[i];
            if (token.IsStop)
            {
                continue;
            }

            if (first)
            {
                first = false;
                clause.OpensWithJoint = ((GuiCue)token.Cue & GuiCue.Joint) != 0;
                clause.Leans = ((GuiCue)token.Cue & GuiCue.Tail) != 0;
            }

            speaks |= ((GuiCue)token.Cue & GuiCue.Self) != 0;
            clause.Take(tokens, i, follows);
            last = (GuiCue)token.Cue;
        }

        // 满意后 is a condition by its last word.
        clause.Conditional |= (last & GuiCue.If) != 0 && clause._end >= to - 1;
        clause.Leans = (clause.Leans && !(clause.OpensWithJoint && speaks)) || sentence[from] is '(' or '（' || !sentence.AsSpan(from, to - from).ContainsAnyLetterOrDigit();
        clause.Instructs |= clause.Addressed && (clause.Cues & GuiCue.Via) != 0
            && (clause.Cues & (GuiCue.Control | GuiCue.Knob | GuiCue.Panel | GuiCue.Menu | GuiCue.Key | GuiCue.Quote)) != 0;
        // "You can … in the task list": whatever it is, it is done there.
        if (clause.Addressed && !clause._orders && (clause.Cues & GuiCue.Via) != 0 && (clause.Strong & (GuiCue.Panel | GuiCue.Preview | GuiCue.Account)) != 0)
        {
            clause.Cues |= GuiCue.There;
        }

        clause.Instructs |= (clause.Cues & GuiCue.Key) != 0 && !clause.Did;
        return clause;
    }

    /// <summary>The place in the list of the first token that starts at or behind a place of the sentence.</summary>
    public static int FirstFrom(List<CueToken> tokens, int start)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static byte Spoken(List<CueToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Language != Lexicon.English)
            {
                return token.Language;
            }
        }

        return Lexicon.English;
    }

    private void Take(List<CueToken> tokens, int i, bool follows)
    {
        var token = tokens[i];
        var cue = ControlNames.IsName(_sentence, tokens, i) ? (GuiCue)token.Cue : (GuiCue)token.Cue & ~Meanings;
        var near = token.Start - _end <= 1;
        var unspaced = Letters.IsUnspaced(_sentence[token.Start]);
        if (HasUnread(_end, token.Start))
        {
            _open = false;
        }

        _end = token.End;
        if ((cue & GuiCue.Quote) != 0)
        {
            var names = (_controls && near) || _orders || _ordered || follows || _marked || (Addressed && (Cues & GuiCue.Via) != 0) || ControlNames.IsQuotedName(_sentence, tokens, i);
            cue = names ? GuiCue.Quote | (Inner(token) & (GuiRules.Target | GuiCue.Bring)) : GuiCue.None;
        }

        if ((cue & GuiCue.Aim) != 0)
        {
            Conditional |= !_orders && ((cue & GuiCue.If) != 0 || (_open && !unspaced));
            return;
        }

        Conditional |= (cue & (unspaced ? GuiCue.If : GuiCue.If | GuiCue.Via)) != 0 && _open && !_orders;
        // Some languages say "to press, there is no need".
        Negated |= (cue & GuiCue.Not) != 0 && !Conditional && (!_orders || _lexicon.Languages[token.Language] is "ja" or "ko" or "hi" or "tr");
        cue |= (cue & GuiCue.Does) != 0 && (Strong & Subjects) != 0 ? GuiCue.Lets : GuiCue.None;
        if ((cue & GuiCue.You) != 0)
        {
            Addressed = true;
            Did = false;
        }

        // 了 behind a verb: it is done already.
        var done = unspaced && token.End < _sentence.Length && _sentence[token.End] == '了';
        _marked |= unspaced && _open && (cue & GuiCue.Via) != 0;
        var orders = (cue & (GuiRules.Verb | GuiCue.Revise)) != 0 && !done
            && (_open || _marked || _led || Addressed || Conditional || (cue & (GuiCue.Order | GuiCue.Lets)) != 0);
        _led = (cue & GuiCue.Lead) != 0;
        _controls = (cue & ControlNames.Nouns) != 0;
        Instructs |= orders;
        _orders |= orders;
        Did |= ((cue & (GuiCue.Did | GuiCue.Self)) != 0 || (done && (cue & GuiRules.Verb) != 0)) && !_orders && !Addressed && !Conditional;
        Pictured |= (cue & GuiCue.Picture) != 0 && !_orders && !Conditional;
        Add(orders ? cue : cue & ~GuiRules.Verb | (cue & Things), token);
        if ((cue & GuiCue.Joint) != 0 || ((cue & GuiCue.If) != 0 && unspaced))
        {
            _open = true;
        }
        else if ((cue & Transparent) == 0 && !IsNumber(token))
        {
            _open = false;
        }
    }

    private void Add(GuiCue cue, CueToken token)
    {
        var capital = _capitals && token.Start > 0 && char.IsUpper(_sentence[token.Start]);
        if (cue == GuiCue.None && capital && _orders && (Cues & (GuiCue.Click | GuiCue.Press | GuiCue.Open)) != 0)
        {
            cue = GuiCue.Label;
        }

        Cues |= cue;
        if ((cue & GuiCue.Weak) == 0 || capital)
        {
            Strong |= cue & GuiRules.Target;
        }
    }

    // Words of unspaced scripts that no lexicon knows make no token.
    private bool HasUnread(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Letters.IsUnspaced(_sentence[at]) && char.IsLetter(_sentence[at]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNumber(CueToken token)
    {
        for (var at = token.Start; at < token.End; at++)
        {
            if (!char.IsAsciiDigit(_sentence[at]))
            {
                return false;
            }
        }

        return true;
    }

    private GuiCue Inner(CueToken quote)
    {
        var cues = GuiCue.None;
        foreach (var token in CueScanner.Scan(_lexicon, _sentence[(quote.Start + 1)..(quote.End - 1)], []))
        {
            cues |= (GuiCue)token.Cue;
        }

        return cues;
    }
}
