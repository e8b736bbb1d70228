using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Tells of a part of a sentence whether it asks for the backend's window, and for what there.</summary>
internal static class PartJudge
{
    public static Standing Judge(
        Lexicon lexicon, string sentence, List<CueToken> tokens, int from, int to, List<SentencePart> before, ref bool pictured, List<GuiAction> actions)
    {
        var standing = JudgeAlone(lexicon, sentence, tokens, from, to, before, ref pictured, actions);
        var text = sentence.AsSpan(from, to - from);
        var leans = text[0] is '(' or '（' || !text.ContainsAnyLetterOrDigit()
            || (OpensWith(GuiCue.Tail, tokens, from, to) && !(OpensWith(GuiCue.Joint, tokens, from, to) && Speaks(tokens, from, to)));
        return standing == Standing.Content && leans ? Standing.Tail : standing;
    }

    private static Standing JudgeAlone(
        Lexicon lexicon, string sentence, List<CueToken> tokens, int from, int to, List<SentencePart> before, ref bool pictured, List<GuiAction> actions)
    {
        var cues = GuiCue.None;
        var first = GuiCue.None;
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
                cue |= Inner(lexicon, sentence, token) & (instructs || before.Exists(part => part.Standing == Standing.Gui) || NamesControl(tokens, token) ? GuiRules.Target | GuiCue.Export : GuiCue.None);
            }

            if (!reached)
            {
                conditional |= (cue & GuiCue.If) != 0;
                negated |= (cue & GuiCue.Not) != 0;
                did |= (cue & GuiCue.Did) != 0;
            }

            negated |= (cue & GuiCue.Not) != 0 && (cues & GuiRules.Verb) == 0;
            instructs |= (cue & (GuiRules.Verb | GuiCue.Revise)) != 0 && (!reached || conditional || (cue & (GuiCue.Soft | GuiCue.Lets)) != 0 || tokens[0].Language > Lexicon.English);
            first = reached || (cue & GuiCue.Soft) != 0 ? first : cue;
            reached |= (cue & GuiCue.Soft) == 0 && !IsNumber(sentence, token);
            pictured |= (cue & GuiCue.Picture) != 0 && !instructs;
            cues |= cue;
        }

        // "you can export it with the button".
        instructs |= (cues & GuiCue.You) != 0 && (first & (GuiCue.Export | GuiCue.Upload | GuiCue.Revise)) != 0 && (cues & (GuiCue.Use | GuiCue.Control)) != 0;
        if (negated)
        {
            return Standing.Content;
        }

        if (pictured || did || (!instructs && (cues & (GuiCue.Lets | GuiCue.There)) == 0))
        {
            var goesOn = before.Exists(part => part.Standing == Standing.Gui) && (cues & (GuiRules.Target & ~GuiCue.Window)) != 0 && !pictured && !did
                && OpensWith(GuiCue.Joint, tokens, from, to);
            if (!goesOn)
            {
                return conditional ? Standing.Glue : Standing.Content;
            }

            cues |= GuiCue.Click;
        }
        else if (!instructs)
        {
            cues &= ~GuiRules.Verb;
        }

        var follows = before.Exists(part => part.Standing == Standing.Gui);
        var action = GuiRules.Match(cues);
        if (action is null)
        {
            // "… and pick 1080p": the rest of a step that has its action.
            return follows && instructs && (cues & (GuiCue.Click | GuiCue.Use | GuiCue.Open)) != 0 ? Standing.Gui
                : (cues & GuiCue.Click) != 0 && (cues & GuiCue.Quote) != 0 ? Take(GuiAction.SendEdit, actions)
                : conditional || OpensMenu(cues, instructs) ? Standing.Glue : Standing.Content;
        }

        return Take(action.Value, actions);
    }

    // "Open the File menu": the place of what is done next.
    private static bool OpensMenu(GuiCue cues, bool instructs) => instructs && (cues & (GuiCue.Open | GuiCue.Control)) == (GuiCue.Open | GuiCue.Control);

    private static Standing Take(GuiAction action, List<GuiAction> actions)
    {
        if (!actions.Contains(action))
        {
            actions.Add(action);
        }

        return Standing.Gui;
    }

    private static bool OpensWith(GuiCue cue, List<CueToken> tokens, int from, int to)
    {
        foreach (var token in tokens)
        {
            if (token.Start >= from && token.Start < to && !token.IsStop)
            {
                return ((GuiCue)token.Cue & cue) != 0;
            }
        }

        return false;
    }

    // "and I'll …": a statement of its own.
    private static bool Speaks(List<CueToken> tokens, int from, int to)
        => tokens.Exists(token => token.Start >= from && token.Start < to && ((GuiCue)token.Cue & GuiCue.Self) != 0);

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

    private static GuiCue Inner(Lexicon lexicon, string sentence, CueToken quote)
    {
        var cues = GuiCue.None;
        foreach (var token in CueScanner.Scan(lexicon, sentence[(quote.Start + 1)..(quote.End - 1)], []))
        {
            cues |= (GuiCue)token.Cue;
        }

        return cues;
    }
}
