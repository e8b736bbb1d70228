using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Tells of the parts of one sentence, in turn, whether they ask for the backend's window, and for what there.</summary>
internal sealed class PartJudge
{
    private readonly Lexicon _lexicon;
    private readonly string _sentence;
    private readonly List<CueToken> _tokens;
    private readonly GuiCue _aims;
    private readonly bool _step;
    private readonly List<GuiAction> _actions = [];
    private GuiAction? _alone;
    private bool _pictured;
    private bool _follows;
    private bool _negated;

    public PartJudge(Lexicon lexicon, string sentence, List<CueToken> tokens, GuiContext context)
    {
        (_lexicon, _sentence, _tokens) = (lexicon, sentence, tokens);
        (_step, Control) = (context.Step, context.Control);
        foreach (var token in tokens)
        {
            var cue = (GuiCue)token.Cue;
            _aims |= (cue & GuiCue.Aim) != 0 ? cue : GuiCue.None;
        }
    }

    /// <summary>What the parts judged so far ask for.</summary>
    public IReadOnlyList<GuiAction> Actions => _actions.Count > 0 || _alone is null ? _actions : [_alone.Value];

    /// <summary>The only action is to look for something.</summary>
    public bool IsPointer => _actions.Count == 0 && _alone is not null;

    /// <summary>The last control described and not operated.</summary>
    public GuiCue Control { get; private set; }

    /// <summary>A part operates the control that was described before it.</summary>
    public bool TakesUp { get; private set; }

    public SentencePart Judge(int from, int to)
    {
        _pictured &= !(_sentence[from] is ';' or '；');
        var clause = GuiClause.Read(_lexicon, _sentence, _tokens, from, to, _follows);
        // A condition is the reader's: the story told before it is over.
        _pictured = (_pictured && !clause.Conditional) || clause.Pictured;
        // "No need to open it or click anything."
        _negated = clause.Negated || (_negated && clause.OpensWithJoint && char.IsLetter(_sentence[from]));
        var known = _actions.Count;
        var standing = _negated ? Standing.Content : StandingOf(clause);
        _follows |= standing == Standing.Gui;
        var describes = !_pictured && !_negated && !clause.Did && !clause.Conditional && (clause.Strong & GuiRules.Things) != 0 && (!clause.Instructs || (clause.Cues & GuiCue.View) != 0);
        Control = describes ? clause.Cues & (GuiRules.Target | GuiCue.Quote) : Control;
        if (standing == Standing.Content && clause.Leans)
        {
            standing = Standing.Tail;
        }

        return new SentencePart(from, to, standing, describes, SignsOf(clause), _actions.Count > known ? _actions[^1] : null);
    }

    private ClauseSigns SignsOf(GuiClause clause)
        => (clause.Instructs ? ClauseSigns.Instructs : 0) | (clause.Addressed ? ClauseSigns.Addressed : 0) | (clause.Conditional ? ClauseSigns.Conditional : 0)
            | (_negated ? ClauseSigns.Negated : 0) | (clause.Did ? ClauseSigns.Did : 0) | (_pictured ? ClauseSigns.Pictured : 0) | (clause.Leans ? ClauseSigns.Leans : 0);

    private Standing StandingOf(GuiClause clause)
    {
        var cues = clause.Cues;
        var pictured = _pictured && !clause.Addressed;
        if (pictured || clause.Did || !clause.Instructs)
        {
            if (!pictured && !clause.Did && (cues & (GuiCue.Lets | GuiCue.There)) != 0)
            {
                return Act(GuiRules.Match((cues & ~GuiRules.Target) | clause.Strong, _aims)) ?? Loose(clause);
            }

            // "or the Export button": the verb stands in a part before.
            return _follows && !pictured && !clause.Did && clause.OpensWithJoint && (cues & GuiRules.Target) != 0
                ? Act(GuiRules.Match(cues | GuiCue.Click, _aims)) ?? Loose(clause)
                : Loose(clause);
        }

        // "Click it."
        if (Control != GuiCue.None && (cues & GuiRules.Pointing) != 0 && (cues & (GuiRules.Target | GuiCue.Quote | GuiCue.Label | GuiCue.Playhead)) == 0)
        {
            TakesUp = true;
            cues |= Control;
            Control = GuiCue.None;
        }

        return Act(GuiRules.Match(cues, _aims)) ?? (_follows && !clause.Conditional && (cues & GuiRules.Verb) != 0 ? Standing.Gui : Loose(clause));
    }

    // A condition, or a step without an action of its own ("select the clip and …"), goes with what is next to it.
    private static Standing Loose(GuiClause clause) => clause.Conditional || clause.Instructs ? Standing.Glue : Standing.Content;

    private Standing? Act(GuiRules.Rule? rule)
    {
        if (rule is null)
        {
            return null;
        }

        if (rule.Alone)
        {
            _alone ??= rule.Action;
        }
        else if (!_actions.Contains(rule.Action) && !(rule.Unclear && (_step || _actions.Exists(static action => action is GuiAction.Export or GuiAction.Upload or GuiAction.Credits))))
        {
            _actions.Add(rule.Action);
        }

        return Standing.Gui;
    }
}
