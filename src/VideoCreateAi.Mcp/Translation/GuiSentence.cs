using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>One sentence of a reply: what of it is content, and the actions that the rest of it offers.</summary>
internal sealed class GuiSentence
{
    private const GuiCue Verb = GuiCue.Click | GuiCue.Open | GuiCue.View | GuiCue.Play | GuiCue.Drag | GuiCue.Handle | GuiCue.Use | GuiCue.Refresh | GuiCue.Bring;
    private const GuiCue Target = GuiCue.Export | GuiCue.Upload | GuiCue.Account | GuiCue.Preview | GuiCue.Panel | GuiCue.Control | GuiCue.Revise | GuiCue.Window | GuiCue.Shelf | GuiCue.Slot;
    private const string Breaks = ",;:，；：、()（）—–\n";

    private static readonly Lexicon s_lexicon = Lexicon.Load("Translation.Lexicons.", static name => (ulong)Enum.Parse<GuiCue>(name));

    private GuiSentence(string text, IReadOnlyList<GuiAction> actions, bool isTrouble = false, bool isRetry = false)
    {
        Text = text;
        Actions = actions;
        IsTrouble = isTrouble;
        IsRetry = isRetry;
    }

    /// <summary>What to show of it; empty when nothing is left.</summary>
    public string Text { get; }

    public IReadOnlyList<GuiAction> Actions { get; }

    /// <summary>The excuse that a backend appends after work that went well.</summary>
    public bool IsTrouble { get; }

    /// <summary>"Please try again later": belongs to the excuse before it.</summary>
    public bool IsRetry { get; }

    public static GuiSentence Read(string sentence)
    {
        var tokens = CueScanner.Scan(s_lexicon, sentence, []);
        var all = GuiCue.None;
        foreach (var token in tokens)
        {
            all |= (GuiCue)token.Cue;
        }

        if ((all & GuiCue.Trouble) != 0 && (all & GuiCue.Cause) == 0)
        {
            return new GuiSentence(sentence, [], isTrouble: true);
        }

        if ((all & (GuiCue.Retry | GuiCue.Cause)) == GuiCue.Retry)
        {
            return new GuiSentence(sentence, [], isRetry: true);
        }

        // A question asks for an answer in words.
        if (sentence[^1] is '?' or '？' || (all & (Verb | GuiCue.Lets | GuiCue.There)) == 0 || (all & (Target | GuiCue.Play | GuiCue.Drag | GuiCue.Handle | GuiCue.Refresh | GuiCue.Bring | GuiCue.Quote)) == 0)
        {
            return new GuiSentence(sentence, []);
        }

        return Divide(sentence, tokens);
    }

    private static GuiSentence Divide(string sentence, List<CueToken> tokens)
    {
        var actions = new List<GuiAction>();
        var parts = new List<(int Start, int End, Standing Standing)>();
        var pictured = false;
        var from = 0;
        foreach (var to in Cuts(sentence, tokens))
        {
            var standing = Judge(sentence, tokens, from, to, parts, ref pictured, actions);
            parts.Add((from, to, standing));
            from = to;
        }

        if (!parts.Exists(part => part.Standing == Standing.Gui))
        {
            return new GuiSentence(sentence, []);
        }

        return new GuiSentence(Compose(sentence, parts), actions);
    }

    // A part ends before a break, or before "and", "or", "then" with a new instruction after it.
    private static IEnumerable<int> Cuts(string sentence, List<CueToken> tokens)
    {
        var at = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            for (; at < tokens[i].Start; at++)
            {
                if (IsBreak(sentence, at))
                {
                    yield return at;
                }
            }

            at = tokens[i].IsStop ? tokens[i].Start : tokens[i].End;
            var cue = (GuiCue)tokens[i].Cue;
            if (tokens[i].Start > 0 && (cue & GuiCue.Joint) != 0 && i + 1 < tokens.Count && StartsStep(tokens, i + 1))
            {
                yield return tokens[i].Start;
            }
        }

        for (; at < sentence.Length; at++)
        {
            if (IsBreak(sentence, at))
            {
                yield return at;
            }
        }

        yield return sentence.Length;
    }

    private static bool IsBreak(string sentence, int at)
        => at > 0 && Breaks.Contains(sentence[at], StringComparison.Ordinal)
            && !(sentence[at] is ':' or ',' && at + 1 < sentence.Length && char.IsAsciiDigit(sentence[at - 1]) && char.IsAsciiDigit(sentence[at + 1]));

    private static bool StartsStep(List<CueToken> tokens, int i)
    {
        while (i + 1 < tokens.Count && !tokens[i].IsStop && ((GuiCue)tokens[i].Cue & (GuiCue.Soft | GuiCue.Joint)) != 0)
        {
            i++;
        }

        return ((GuiCue)tokens[i].Cue & (Verb | GuiCue.Export | GuiCue.Revise | GuiCue.Upload | GuiCue.If)) != 0;
    }

    private static Standing Judge(
        string sentence, List<CueToken> tokens, int from, int to, List<(int Start, int End, Standing Standing)> before, ref bool pictured, List<GuiAction> actions)
    {
        var cues = GuiCue.None;
        var (instructs, reached, conditional, negated, did) = (false, false, false, false, false);
        foreach (var token in tokens)
        {
            if (token.Start < from || token.Start >= to || token.IsStop)
            {
                continue;
            }

            var cue = (GuiCue)token.Cue;
            if ((cue & GuiCue.Quote) != 0)
            {
                cue |= Inner(sentence, token) & (instructs || before.Exists(part => part.Standing == Standing.Gui) || NamesControl(tokens, token) ? Target | GuiCue.Export : GuiCue.None);
            }

            if (!reached)
            {
                conditional |= (cue & GuiCue.If) != 0;
                negated |= (cue & GuiCue.Not) != 0;
                did |= (cue & GuiCue.Did) != 0;
            }

            negated |= (cue & GuiCue.Not) != 0 && (cues & Verb) == 0;
            instructs |= (cue & (Verb | GuiCue.Revise)) != 0 && (!reached || conditional || (cue & (GuiCue.Soft | GuiCue.Lets)) != 0 || tokens[0].Language > Lexicon.English);
            reached |= (cue & GuiCue.Soft) == 0 && !IsNumber(sentence, token);
            pictured |= (cue & GuiCue.Picture) != 0 && !instructs;
            cues |= cue;
        }

        if (negated)
        {
            return Standing.Content;
        }

        if (pictured || did || (!instructs && (cues & (GuiCue.Lets | GuiCue.There)) == 0))
        {
            var goesOn = before.Exists(part => part.Standing == Standing.Gui) && (cues & (Target & ~GuiCue.Window)) != 0 && !pictured && !did
                && StartsWithJoint(tokens, from, to);
            if (!goesOn)
            {
                return conditional ? Standing.Glue : Standing.Content;
            }

            cues |= GuiCue.Click;
        }
        else if (!instructs)
        {
            cues &= ~Verb;
        }

        var follows = before.Exists(part => part.Standing == Standing.Gui);
        var action = GuiRules.Match(cues);
        if (action is null)
        {
            // "… and pick 1080p": the rest of a step that has its action.
            return follows && instructs && (cues & (GuiCue.Click | GuiCue.Use | GuiCue.Open)) != 0 ? Standing.Gui
                : (cues & GuiCue.Click) != 0 && (cues & GuiCue.Quote) != 0 ? Take(GuiAction.SendEdit, actions)
                : conditional ? Standing.Glue : Standing.Content;
        }

        return Take(action.Value, actions);
    }

    private static Standing Take(GuiAction action, List<GuiAction> actions)
    {
        if (!actions.Contains(action))
        {
            actions.Add(action);
        }

        return Standing.Gui;
    }

    private static bool StartsWithJoint(List<CueToken> tokens, int from, int to)
    {
        foreach (var token in tokens)
        {
            if (token.Start >= from && token.Start < to && !token.IsStop)
            {
                return ((GuiCue)token.Cue & GuiCue.Joint) != 0;
            }
        }

        return false;
    }

    private static bool IsNumber(string sentence, CueToken token)
    {
        for (var at = token.Start; at < token.End; at++)
        {
            if (!char.IsAsciiDigit(sentence[at]))
            {
                return false;
            }
        }

        return true;
    }

    // 点击“导出”, the “Export” button.
    private static bool NamesControl(List<CueToken> tokens, CueToken quote)
    {
        var at = tokens.IndexOf(quote);
        return at + 1 < tokens.Count && ((GuiCue)tokens[at + 1].Cue & (GuiCue.Control | GuiCue.Panel | GuiCue.Window)) != 0
            && tokens[at + 1].Start - quote.End <= 1;
    }

    private static GuiCue Inner(string sentence, CueToken quote)
    {
        var cues = GuiCue.None;
        foreach (var token in CueScanner.Scan(s_lexicon, sentence[(quote.Start + 1)..(quote.End - 1)], []))
        {
            cues |= (GuiCue)token.Cue;
        }

        return cues;
    }

    private static string Compose(string sentence, List<(int Start, int End, Standing Standing)> parts)
    {
        var kept = string.Empty;
        foreach (var (start, end, standing) in parts)
        {
            if (standing != Standing.Content)
            {
                continue;
            }

            var part = sentence[start..end];
            var bare = part.Trim(' ', ',', ';', ':', '，', '；', '：', '、', '(', ')', '（', '）', '—', '–', '\n', '.', '。', '!', '！', '"');
            if (bare.Length < 2 || !bare.AsSpan().ContainsAnyLetterOrDigit())
            {
                continue;
            }

            kept = kept.Length == 0 ? part.TrimStart(',', ';', ':', '，', '；', '：', '、', '(', '（', ')', '）', '—', '–', ' ') : kept + part;
        }

        if (kept.Length == 0)
        {
            return string.Empty;
        }

        var end1 = sentence[^1];
        kept = kept.TrimEnd(' ', ',', ';', ':', '，', '；', '：', '、', '(', '（', '—', '–', '\n');
        return kept.EndsWith(end1) || !(end1 is '.' or '。' or '!' or '！') ? kept : kept + end1;
    }

    private enum Standing
    {
        Content,
        Gui,

        /// <summary>"If you like it": goes with what follows.</summary>
        Glue,
    }
}
