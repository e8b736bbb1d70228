using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>One sentence of a reply: what of it is content, and the actions that the rest of it offers.</summary>
internal sealed class GuiSentence
{

    /// <summary>The words of windows in every language.</summary>
    public static Lexicon Lexicon { get; } = Lexicon.Load("Translation.Lexicons.", static name => (ulong)Enum.Parse<GuiCue>(name));

    private GuiSentence(string text, IReadOnlyList<GuiAction> actions)
    {
        Text = text;
        Actions = actions;
    }

    /// <summary>What to show of it; empty when nothing is left.</summary>
    public string Text { get; }

    public IReadOnlyList<GuiAction> Actions { get; }

    /// <summary>The excuse that a backend appends after work that went well.</summary>
    public bool IsTrouble { get; private init; }

    /// <summary>"Please try again later": belongs to the excuse before it.</summary>
    public bool IsRetry { get; private init; }

    /// <summary>What <see cref="TranslatedReply.HandEdit"/> says, of this sentence alone.</summary>
    public string? HandEdit { get; private init; }

    /// <summary>Announces steps or points: its fate is theirs.</summary>
    public bool IsHeader { get; private init; }

    /// <summary>A header that says nothing else.</summary>
    public bool IsBareHeader { get; private init; }

    /// <summary>Announces the scenes of a video: what they show is no window.</summary>
    public bool IsStory { get; private init; }

    /// <summary>Describes a control that the next sentence may operate.</summary>
    public bool Describes { get; private init; }

    /// <summary>That control.</summary>
    public GuiCue Control { get; private init; }

    /// <summary>Operates a control that the sentence before describes.</summary>
    public bool TakesUp { get; private init; }

    /// <summary>Its action is but to look for something, and what is done with that may follow.</summary>
    public bool IsPointer { get; private init; }

    /// <param name="sentence">With its end mark, without the space around it.</param>
    /// <param name="context">What was before it.</param>
    public static GuiSentence Read(string sentence, GuiContext context)
    {
        var plain = TraditionalLetters.Simplify(sentence);
        var tokens = CueScanner.Scan(Lexicon, plain, []);
        var all = GuiCue.None;
        foreach (var token in tokens)
        {
            all |= (GuiCue)token.Cue;
        }

        if ((all & (GuiCue.Trouble | GuiCue.Cause)) == GuiCue.Trouble)
        {
            return Excuse(sentence, tokens);
        }

        if ((all & (GuiCue.Retry | GuiCue.Cause)) == GuiCue.Retry)
        {
            return new GuiSentence(sentence, []) { IsRetry = true };
        }

        var heading = IsHeading(sentence);
        if (context.Story && !heading)
        {
            return new GuiSentence(sentence, []);
        }

        if (heading)
        {
            return new GuiSentence(sentence, [])
            {
                IsHeader = true,
                IsStory = (all & GuiCue.Story) != 0,
                IsBareHeader = (all & (GuiCue.Head | GuiCue.If | GuiCue.Aim | GuiCue.You)) != 0 && (all & (GuiCue.Did | GuiCue.Self)) == 0,
            };
        }

        var rules = RuleReading.Of(sentence, plain, tokens, context);
        return SecondOpinion.Of(rules, context) is { } actions ? Divided(sentence, rules, actions, context) : Whole(sentence, rules, context);
    }

    /// <summary>What the rules alone make of a sentence.</summary>
    public static RuleReading Rules(string sentence)
    {
        var plain = TraditionalLetters.Simplify(sentence);
        return RuleReading.Of(sentence, plain, CueScanner.Scan(Lexicon, plain, []), default);
    }

    // "**Steps:**", "## How to save it"
    private static bool IsHeading(string sentence) => sentence[0] == '#' || sentence.AsSpan().TrimEnd('*') is [.., ':' or '：'];

    private static GuiSentence Divided(string sentence, RuleReading rules, IReadOnlyList<GuiAction> actions, GuiContext context)
    {
        var judge = rules.Judge;
        if (judge.TakesUp)
        {
            TakeUp(rules.Parts);
        }

        var plain = actions is [GuiAction.SendEdit] && judge.Actions is [GuiAction.SendEdit] && !judge.TakesUp
            && !rules.Tokens.Exists(static token => ((GuiCue)token.Cue & (GuiCue.If | GuiCue.Not | GuiCue.Aim)) != 0);
        return new GuiSentence(PartJoiner.Join(sentence, rules.Parts, part => EndOfJoint(rules.Tokens, part)), actions)
        {
            HandEdit = plain ? HandEdits.Of(sentence) : null,
            Control = judge.Control,
            TakesUp = judge.TakesUp && context.Control != GuiCue.None,
            IsPointer = judge.IsPointer && actions.Count == 1 && judge.Actions.Contains(actions[0]),
        };
    }

    private static GuiSentence Whole(string sentence, RuleReading rules, GuiContext context)
    {
        if (!rules.Heard)
        {
            const ClauseSigns Asked = ClauseSigns.Asks | ClauseSigns.Operates | ClauseSigns.Meant;
            var control = (rules.Verdict.Signs & Asked) == Asked ? rules.Judge.Control : GuiCue.None;
            return new GuiSentence(sentence, []) { Control = control, Describes = control != GuiCue.None };
        }

        // "Click Export. Choose 1080p.": the second is a step of the first.
        return context.GoesOn && rules.Parts.TrueForAll(static part => part.Instructs)
            ? new GuiSentence(string.Empty, [])
            : new GuiSentence(sentence, []) { Control = rules.Judge.Control, Describes = rules.Parts.TrueForAll(static part => part.Describes || part.Standing == Standing.Tail) };
    }

    // "A link appears; click it.": what is said of it goes with it.
    private static void TakeUp(List<SentencePart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Describes)
            {
                parts[i] = parts[i] with { Standing = Standing.Gui };
            }
        }
    }

    // What stands before the excuse in its sentence is kept.
    private static GuiSentence Excuse(string sentence, List<CueToken> tokens)
    {
        var parts = new List<SentencePart>();
        var (from, trouble, content) = (0, false, false);
        foreach (var to in SentenceCuts.Of(sentence, tokens))
        {
            var clause = GuiClause.Read(Lexicon, sentence, tokens, from, to, follows: false);
            var cues = clause.Cues;
            trouble |= (cues & GuiCue.Trouble) != 0;
            var says = !trouble && !clause.Leans && !clause.Conditional && (cues & GuiCue.Sorry) == 0;
            content |= says;
            parts.Add(new SentencePart(from, to, says ? Standing.Content : Standing.Gui));
            from = to;
        }

        return content
            ? new GuiSentence(PartJoiner.Join(sentence, parts, part => EndOfJoint(tokens, part)), [])
            : new GuiSentence(sentence, []) { IsTrouble = true };
    }

    private static int EndOfJoint(List<CueToken> tokens, SentencePart part)
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
