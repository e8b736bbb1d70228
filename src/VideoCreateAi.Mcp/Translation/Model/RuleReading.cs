using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>What the rules make of one sentence: its words, its parts, and what it asks for.</summary>
internal sealed class RuleReading
{
    private RuleReading(string plain, List<CueToken> tokens, PartJudge judge, List<SentencePart> parts, RuleVerdict verdict)
    {
        (Plain, Tokens, Judge, Parts, Verdict) = (plain, tokens, judge, parts, verdict);
    }

    /// <summary>As the lexicons spell it.</summary>
    public string Plain { get; }

    public List<CueToken> Tokens { get; }

    public PartJudge Judge { get; }

    public List<SentencePart> Parts { get; }

    /// <summary>Of all of it.</summary>
    public RuleVerdict Verdict { get; }

    public static RuleReading Of(string sentence, string plain, List<CueToken> tokens, GuiContext context)
    {
        var all = GuiCue.None;
        foreach (var token in tokens)
        {
            all |= (GuiCue)token.Cue;
        }

        var asks = sentence[^1] is '?' or '？' or '؟';
        var operates = (all & (GuiRules.Verb | GuiRules.Things | GuiCue.Revise | GuiCue.Lets | GuiCue.Does | GuiCue.There | GuiCue.Via)) != 0;
        var meant = (all & (GuiRules.Target | GuiRules.Plain | GuiCue.Quote)) != 0 || context.GoesOn || context.Control != GuiCue.None;
        var judge = new PartJudge(GuiSentence.Lexicon, plain, tokens, context);
        var parts = new List<SentencePart>();
        var signs = ClauseSigns.None;
        var from = 0;
        foreach (var to in SentenceCuts.Of(sentence, tokens))
        {
            var part = judge.Judge(from, to);
            signs |= part.Signs;
            parts.Add(part);
            from = to;
        }

        // A question asks for an answer in words.
        var heard = operates && meant && !asks;
        signs |= (asks ? ClauseSigns.Asks : 0) | (operates ? ClauseSigns.Operates : 0) | (meant ? ClauseSigns.Meant : 0);
        var isGui = heard && parts.Exists(static part => part.Standing == Standing.Gui);
        return new RuleReading(plain, tokens, judge, parts, new RuleVerdict(isGui, isGui ? judge.Actions : [], signs)) { Heard = heard };
    }

    /// <summary>It has words of a window at all, and is no question.</summary>
    public bool Heard { get; private init; }
}
