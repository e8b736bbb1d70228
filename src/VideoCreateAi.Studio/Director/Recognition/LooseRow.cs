using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A first message in loose words: what is shown, in which order, which part of it and how long, told over several sentences and mixed with
/// other wishes, which are left for others to read. "Start with the drone, but only its first 8 seconds, then hall and garden, 4 s each. The garden comes last."</summary>
internal static class LooseRow
{
    /// <returns>What these sentences ask for besides; null where they tell no row.</returns>
    public static IReadOnlyList<Sentence>? Read(IReadOnlyList<Sentence> sentences, Wishes wishes)
    {
        if (wishes.HasTimeline)
        {
            return null;
        }

        var plan = new LooseRowPlan(wishes);
        var left = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            plan.BeginSentence();
            left.Add(sentence.Asks ? sentence : sentence with { Clauses = [.. sentence.Clauses.Select(clause => Rest(clause, plan)).OfType<Clause>()] });
        }

        if (!plan.IsRow || (!plan.IsMoreThanNames && IsReadOtherwise(sentences, wishes)))
        {
            return null;
        }

        LooseRowLaying.Lay(plan, wishes);
        return [.. left.Where(sentence => sentence.Clauses.Count > 0)];
    }

    /// <summary>"…, then all the pictures": more than is named.</summary>
    public static bool NamesGroup(IReadOnlyList<Term> terms, Wishes wishes) => terms.Any(wishes.IsPicture)
        && Items(new Clause(terms)).Any(item => new LooseRowItem(item, wishes) is { Group: not null, Length: null } group && group.Has(Sense.All, Sense.Other) && !group.Has(Sense.Each));

    /// <summary>A plain row is read by those who read plain rows.</summary>
    private static bool IsReadOtherwise(IReadOnlyList<Sentence> sentences, Wishes wishes)
    {
        for (var place = 0; place < sentences.Count; place++)
        {
            var trial = new Wishes(wishes.Input, wishes.Contents);
            if (FirstRow.Read([.. sentences.Skip(place)], trial) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clause without what was taken into the row; null where nothing else is left of it.</summary>
    private static Clause? Rest(Clause clause, LooseRowPlan plan)
    {
        var rest = new List<Term>();
        var taken = false;
        foreach (var item in Items(clause))
        {
            var left = plan.Take(item);
            taken |= left.Count < item.Count;
            rest.AddRange(left);
        }

        return !taken ? clause
            : rest.TrueForAll(term => term.Sense is Sense.Word or Sense.Mark || LooseRowItem.IsLink(term) || term.Sense is Sense.Create or Sense.Add or Sense.Put or Sense.Make or Sense.It or Sense.For or Sense.At or Sense.From or Sense.Video or Sense.Slideshow or Sense.Join or Sense.Praise) ? null
            : new Clause(rest) { Inherited = clause.Inherited };
    }

    /// <summary>What is said of one thing: from one comma, "and" or "then" to the next.</summary>
    private static IEnumerable<List<Term>> Items(Clause clause)
    {
        var item = new List<Term>();
        foreach (var term in clause.Terms)
        {
            var begins = LooseRowItem.IsLink(term) || (term.Sense is Sense.StartWith or Sense.EndWith && item.Exists(before => before.Sense is Sense.Media or Sense.Length))
                || (term.Sense == Sense.Media && item.Count > 0 && item[^1].Sense == Sense.Media);
            if (begins && item.Exists(before => !LooseRowItem.IsLink(before)))
            {
                yield return item;
                item = [];
            }

            item.Add(term);
        }

        if (item.Count > 0)
        {
            yield return item;
        }
    }
}
