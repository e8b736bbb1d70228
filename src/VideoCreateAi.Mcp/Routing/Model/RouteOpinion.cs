using System.Runtime.InteropServices;

namespace VideoCreateAi.Mcp.Routing.Model;

/// <summary>What rules and model make of a message together: the rules know how messages are built, the model has seen more of them.</summary>
internal ref struct RouteOpinion
{
    private const int Labels = 5;
    private const int MostParts = 48;

    // From so many clauses on one of them is but a small part of the whole.
    private const int Long = 5;

    private readonly RouteModel _model;
    private readonly RouteLevels _levels;
    private readonly MessageReading _reading;
    private readonly Span<float> _whole;
    private readonly Span<float> _parts;
    private int _partCount;

    private RouteOpinion(RouteModel model, RouteLevels levels, MessageReading reading, Span<float> whole, Span<float> parts)
    {
        (_model, _levels, _reading) = (model, levels, reading);
        _whole = whole;
        _parts = parts;
    }

    /// <summary>Puts the steps of the reading right.</summary>
    public static void Correct(MessageReading reading, RouteModel model, RouteLevels levels)
    {
        Span<float> whole = stackalloc float[Labels];
        Span<float> parts = stackalloc float[MostParts * Labels];
        model.Score(reading, whole);
        var rules = MaskOf(CollectionsMarshal.AsSpan(reading.Steps));
        for (var label = 0; label < Labels; label++)
        {
            whole[label] += (rules >> label & 1) * levels.Trust;
        }

        var opinion = new RouteOpinion(model, levels, reading, whole, parts);
        opinion.Weigh();
        opinion.Rewrite(opinion.Choose());
    }

    private static int RankOf(int label) => (Intent)label switch
    {
        Intent.Upload => 0,
        Intent.Credits => 1,
        Intent.State => 2,
        Intent.Generate => 3,
        _ => 4,
    };

    private static uint MaskOf(ReadOnlySpan<Intent> steps)
    {
        var mask = 0u;
        foreach (var step in steps)
        {
            mask |= 1u << (int)step;
        }

        return mask;
    }

    private readonly Span<float> ScoresOf(int part) => _parts.Slice(part * Labels, Labels);

    // Clauses are worth a look only where more than one intent is likely, or one is declined.
    private void Weigh()
    {
        var likely = 0;
        foreach (var score in _whole)
        {
            likely += score > _levels.Maybe ? 1 : 0;
        }

        var isPlain = likely < 2 && _reading.Steps.Count < 2 && !IsAnythingDeclined();
        _partCount = isPlain ? 0 : Math.Min(_reading.Clauses.Count, MostParts);
        for (var part = 0; part < _partCount; part++)
        {
            _model.Score(_reading, part, ScoresOf(part));
        }
    }

    private readonly bool IsAnythingDeclined()
    {
        foreach (var clause in _reading.Clauses)
        {
            if (clause.Negated)
            {
                return true;
            }
        }

        return false;
    }

    private readonly uint Choose()
    {
        var rules = MaskOf(CollectionsMarshal.AsSpan(_reading.Steps));
        var named = _reading.Steps.Count > 1 ? rules : 0;
        var best = Best(_whole);
        if ((rules >> best & 1) == 0 && rules != 0 && IsDeclined(best))
        {
            // "don't upload anything new, just reorder the clips": loud, and not wished for.
            _whole[best] = float.NegativeInfinity;
            best = Best(_whole);
        }

        var chosen = 1u << best;
        for (var label = 0; label < Labels; label++)
        {
            if (label != best && IsAdded(label, (named >> label & 1) != 0))
            {
                chosen |= 1u << label;
            }
        }

        return chosen;
    }

    private readonly bool IsAdded(int label, bool isNamed)
    {
        // Two things are seldom asked in one clause, but for a file and what is to become of it.
        var isFile = (Intent)label == Intent.Upload && _reading.Mentions.Count > 0;
        var score = _whole[label] - (_reading.Clauses.Count > 1 || isFile ? 0 : _levels.Alone);
        score -= _reading.Steps.Count > 1 && !isNamed ? _levels.Beside : 0;
        return (score > _levels.Add || (isNamed && score > _levels.AddToRules) || (((isNamed && _partCount >= Long) || score > _levels.Maybe) && IsAskedAlone(label)))
            && (isNamed || !IsDeclined(label));
    }

    // "no need to check my credits" speaks of them and asks for nothing: where only declined clauses speak of a thing, nobody wants it.
    private readonly bool IsDeclined(int label)
    {
        var isDeclined = false;
        for (var part = 0; part < _partCount && _partCount > 1; part++)
        {
            var clause = _reading.Clauses[part];
            var speaks = Best(ScoresOf(part)) == label || part == PlaceOf(label);
            if (clause.Negated && ClauseRules.Match(clause.Cues) is null)
            {
                isDeclined |= speaks;
            }
            else if (Best(ScoresOf(part)) == label)
            {
                return false;
            }
        }

        return isDeclined;
    }

    private readonly bool IsAskedAlone(int label)
    {
        for (var part = 0; part < _partCount && _partCount > 1; part++)
        {
            if (ScoresOf(part)[label] > _levels.PartAdd && Best(ScoresOf(part)) == label)
            {
                return true;
            }
        }

        return false;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            best = scores[label] > scores[best] ? label : best;
        }

        return best;
    }

    // In the order of the clauses that ask for them the loudest; the rules' own order where they name the same.
    private readonly void Rewrite(uint chosen)
    {
        var steps = _reading.Steps;
        if (MaskOf(CollectionsMarshal.AsSpan(steps)) == chosen)
        {
            return;
        }

        Span<int> turns = stackalloc int[MostParts];
        FindTurns(turns);
        Span<int> keys = stackalloc int[Labels];
        steps.Clear();
        for (var label = 0; label < Labels; label++)
        {
            if ((chosen >> label & 1) == 0)
            {
                continue;
            }

            keys[label] = (turns[PlaceOf(label)] * Labels) + RankOf(label);
            var at = steps.Count;
            while (at > 0 && keys[(int)steps[at - 1]] > keys[label])
            {
                at--;
            }

            steps.Insert(at, (Intent)label);
        }
    }

    // Of edits in a long message the first clause: the loudest is often a word of thanks at the end.
    private readonly int PlaceOf(int label)
    {
        var best = 0;
        for (var part = 0; part < _partCount; part++)
        {
            if (_partCount >= Long && (Intent)label == Intent.Generate && ScoresOf(part)[label] > _levels.PartAdd && Best(ScoresOf(part)) == label)
            {
                return part;
            }

            best = ScoresOf(part)[label] > ScoresOf(best)[label] ? part : best;
        }

        return best;
    }

    /// <summary>Whose turn it is when: "before you export, cut it" is cut first.</summary>
    private readonly void FindTurns(Span<int> turns)
    {
        var (turn, waiting) = (0, -1);
        for (var part = 0; part < _partCount; part++)
        {
            var clause = _reading.Clauses[part];
            if (clause.Deferred && waiting < 0)
            {
                waiting = part;
            }
            else if (clause.Advanced && part > 0)
            {
                // Half a turn before the last one.
                turns[part] = (2 * turn) - 3;
            }
            else
            {
                turns[part] = 2 * turn++;
                if (waiting >= 0)
                {
                    turns[waiting] = 2 * turn++;
                    waiting = -1;
                }
            }
        }

        if (waiting >= 0)
        {
            turns[waiting] = 2 * turn;
        }
    }
}
