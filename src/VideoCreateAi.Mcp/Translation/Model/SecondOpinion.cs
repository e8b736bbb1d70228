namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>What rules and model say of a sentence together: the rules know how sentences are built, the model has seen more of them.</summary>
internal sealed class SecondOpinion
{
    private readonly GuiModel _model;
    private readonly OpinionLevels _levels;
    private readonly RuleReading _rules;
    private readonly float[] _parts;

    private SecondOpinion(GuiModel model, OpinionLevels levels, RuleReading rules)
    {
        (_model, _levels, _rules) = (model, levels, rules);
        _parts = new float[rules.Parts.Count * GuiModel.Labels.Count];
    }

    /// <summary>Null: it does not ask for the window. The parts of the reading get the standing that rules and model agree on.</summary>
    public static IReadOnlyList<GuiAction>? Of(RuleReading rules, GuiContext context) => Of(rules, context, GuiModel.Shared, OpinionLevels.Default);

    public static IReadOnlyList<GuiAction>? Of(RuleReading rules, GuiContext context, GuiModel model, OpinionLevels levels)
    {
        if (!rules.Plain.AsSpan().ContainsAnyLetterOrDigit())
        {
            return null;
        }

        Span<float> scores = stackalloc float[GuiModel.Labels.Count];
        model.Score(rules, 0, rules.Plain.Length, rules.Verdict, scores);
        var least = rules.Verdict.IsGui ? levels.Keep : context.GoesOn ? levels.DropNext : levels.Drop;
        if (scores[0] <= least)
        {
            return null;
        }

        var opinion = new SecondOpinion(model, levels, rules);
        opinion.WeighParts(scores);

        // A step of what was asked for before has nothing of its own.
        return context.Step && rules.Verdict is { IsGui: true, Actions.Count: 0 } ? [] : opinion.Actions(scores);
    }

    private Span<float> ScoresOf(int part) => _parts.AsSpan(part * GuiModel.Labels.Count, GuiModel.Labels.Count);

    private void WeighParts(ReadOnlySpan<float> whole)
    {
        var parts = _rules.Parts;
        if (parts.Count == 1)
        {
            whole.CopyTo(_parts);
            parts[0] = parts[0] with { Standing = Standing.Gui };
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var verdict = new RuleVerdict(part.Standing == Standing.Gui, part.Action is { } action ? [action] : [], part.Signs);
            _model.Score(_rules, part.Start, part.End, verdict, ScoresOf(i));
            var gui = ScoresOf(i)[0];
            if (part.Standing == Standing.Gui ? gui < _levels.PartKeep : gui > (_rules.Verdict.IsGui ? _levels.PartDropBesideRules : _levels.PartDrop))
            {
                parts[i] = part with { Standing = part.Standing == Standing.Gui ? Standing.Content : Standing.Gui };
            }
        }

        if (!parts.Exists(static part => part.Standing == Standing.Gui))
        {
            for (var i = 0; i < parts.Count; i++)
            {
                parts[i] = parts[i] with { Standing = Standing.Gui };
            }
        }
    }

    // One at least, and more only where that is plain.
    private List<GuiAction> Actions(ReadOnlySpan<float> scores)
    {
        var found = new List<(GuiAction Action, int Place)>();
        var best = GuiAction.Export;
        for (var action = GuiAction.Export; action <= GuiAction.Upload; action++)
        {
            var score = scores[GuiModel.LabelOf(action)];
            best = score > scores[GuiModel.LabelOf(best)] ? action : best;
            var named = _rules.Verdict.Actions.Contains(action);
            var place = PlaceOf(action);
            var add = _rules.Verdict.IsGui ? _levels.AddToRules : _levels.Add;
            if (score > (named ? _levels.Doubt : add) || (!named && score > _levels.Maybe && AsksFor(place, action)))
            {
                found.Add((action, place));
            }
        }

        if (found.Count == 0)
        {
            return _rules.Verdict.IsGui ? [.. _rules.Verdict.Actions] : [best];
        }

        var ordered = found.OrderBy(static one => one.Place).Select(static one => one.Action).ToList();
        var inRules = _rules.Verdict.Actions.Where(ordered.Contains).ToList();
        return inRules.Count == ordered.Count ? inRules : ordered;
    }

    // A part that asks for this and for nothing else.
    private bool AsksFor(int part, GuiAction action)
    {
        var scores = ScoresOf(part);
        if (_rules.Parts.Count == 1 || _rules.Parts[part].Standing != Standing.Gui || scores[GuiModel.LabelOf(action)] < _levels.PartAdd)
        {
            return false;
        }

        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] > scores[GuiModel.LabelOf(action)])
            {
                return false;
            }
        }

        return true;
    }

    // The part that asks for it the loudest.
    private int PlaceOf(GuiAction action)
    {
        var best = 0;
        for (var part = 1; part < _rules.Parts.Count; part++)
        {
            if (ScoresOf(part)[GuiModel.LabelOf(action)] > ScoresOf(best)[GuiModel.LabelOf(action)])
            {
                best = part;
            }
        }

        return best;
    }
}
