namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Relations that stand behind come to the front, where those who read clauses look for them: 3秒から → from 3 s.</summary>
internal static class WordOrder
{
    public static void Fold(List<Term> terms, Language language)
    {
        for (var at = 1; at < terms.Count; at++)
        {
            // 第3秒开始: nothing but "from".
            if (terms[at].Sense == Sense.Start && language.Main.IsRunning && terms[at - 1].Sense is Sense.Moment or Sense.Length)
            {
                var from = at >= 2 && terms[at - 2].Sense is Sense.From or Sense.At;
                terms[at] = terms[at] with { Sense = Sense.From, IsBehind = true };
                if (from)
                {
                    terms.RemoveAt(at);
                    continue;
                }
            }

            // "8 से 11 सेकंड के बीच"
            if (terms[at] is { IsBehind: true, Sense: Sense.Between } && IsTime(terms[at - 1]) && at >= 3 && IsTime(terms[at - 2]) && terms[at - 3].Sense == Sense.From)
            {
                terms.RemoveAt(at);
                at--;
                continue;
            }

            // 1分到2分半之间: the two ends are told already.
            if (terms[at] is { IsBehind: true, Sense: Sense.Between } && IsTime(terms[at - 1]) && at >= 3 && terms[at - 2].Sense is Sense.To or Sense.Mark && IsTime(terms[at - 3]))
            {
                terms.RemoveAt(at);
                at--;
                continue;
            }

            if (terms[at].IsBehind && GroupBefore(terms, at) is { } start)
            {
                var relation = terms[at] with { IsBehind = false };
                terms.RemoveAt(at);
                if (start > 0 && terms[start - 1] is { Sense: Sense.From } && relation.Sense == Sense.From)
                {
                    // 从第3秒起: said on both sides.
                    at--;
                    continue;
                }

                terms.Insert(start, relation);
            }
            else if (terms[at] is { IsBehind: true, Sense: Sense.Before or Sense.After } alone)
            {
                // 放到前面
                terms[at] = alone with { Sense = alone.Sense == Sense.Before ? Sense.Start : Sense.End, IsBehind = false };
            }
        }
    }

    private static bool IsTime(Term term) => term.Sense is Sense.Length or Sense.Moment or Sense.Number;

    private static int? GroupBefore(List<Term> terms, int at)
    {
        var start = OneBefore(terms, at);
        if (start is not { } last || terms[at].Sense != Sense.Between)
        {
            return start;
        }

        // "1と2の間": both belong to it.
        var link = last - 1;
        if (link >= 0 && terms[last].Sense == Sense.Media && terms[link].Sense == Sense.Media)
        {
            return link;
        }

        return link > 0 && terms[link].Sense is Sense.And or Sense.With or Sense.Mark && OneBefore(terms, link) is { } first ? first : last;
    }

    private static int? OneBefore(List<Term> terms, int at)
    {
        var start = at - 1;
        if (start < 0 || terms[start].Sense is Sense.Mark or Sense.And or Sense.Then or Sense.But || terms[start].Sense.IsAction())
        {
            return null;
        }

        if (terms[start].Sense is Sense.Still or Sense.Clip or Sense.Shot or Sense.Title or Sense.Number)
        {
            while (start > 0 && terms[start - 1].Sense is Sense.Number or Sense.Ordinal or Sense.Last or Sense.Each or Sense.It or Sense.Middle)
            {
                start--;
            }
        }

        else if (start > 1 && terms[at].Sense == Sense.At && IsTime(terms[start]) && terms[start - 1].Sense is Sense.To || (start > 1 && terms[start - 1] is { Sense: Sense.Mark, Value: "-" or "~" }))
        {
            // 20到30秒那里: of the whole stretch.
            return IsTime(terms[start - 2]) ? start - 2 : start;
        }

        else if (start > 0 && terms[start].Sense == Sense.Length && terms[start - 1].Sense is Sense.Last or Sense.Ordinal)
        {
            // आखिरी 3 सेकंड में
            start--;
        }

        return start;
    }
}
