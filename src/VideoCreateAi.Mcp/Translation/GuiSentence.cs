using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>One sentence of a reply: what of it is content, and the actions that the rest of it offers.</summary>
internal sealed class GuiSentence
{
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
        if (sentence[^1] is '?' or '？' || (all & (GuiRules.Verb | GuiCue.Lets | GuiCue.There)) == 0 || (all & (GuiRules.Target | GuiCue.Play | GuiCue.Drag | GuiCue.Handle | GuiCue.Refresh | GuiCue.Bring | GuiCue.Quote)) == 0)
        {
            return new GuiSentence(sentence, []);
        }

        return Divide(sentence, tokens);
    }

    private static GuiSentence Divide(string sentence, List<CueToken> tokens)
    {
        var actions = new List<GuiAction>();
        var parts = new List<SentencePart>();
        var pictured = false;
        var from = 0;
        foreach (var to in SentenceCuts.Of(sentence, tokens))
        {
            var standing = PartJudge.Judge(s_lexicon, sentence, tokens, from, to, parts, ref pictured, actions);
            parts.Add(new SentencePart(from, to, standing));
            from = to;
        }

        return parts.Exists(part => part.Standing == Standing.Gui)
            ? new GuiSentence(PartJoiner.Join(sentence, parts, OpensWithJoint), actions)
            : new GuiSentence(sentence, []);

        int OpensWithJoint(SentencePart part)
        {
            foreach (var token in tokens)
            {
                if (token.Start >= part.Start && token.Start < part.End && !token.IsStop)
                {
                    return ((GuiCue)token.Cue & GuiCue.Joint) != 0 ? token.End : -1;
                }
            }

            return -1;
        }
    }
}
