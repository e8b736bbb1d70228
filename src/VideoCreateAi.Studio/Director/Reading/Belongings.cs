namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Short parts of a sentence that say something of the part before them: "wipes, 0.5 s each", "cut that, join the rest",
/// q.mp4倒着放，p.mp4正常.</summary>
internal static class Belongings
{
    // What is longer is the length of a shot.
    private const double LongestTransition = 2000;

    public static void Fold(List<Term> terms, Language language)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.LeaveAlone, Value: "normal" } normal)
            {
                terms[at] = StaysAsItIs(terms, at) ? normal with { Value = "" } : normal with { Sense = Sense.Word, Value = normal.Text };
            }
            else if (terms[at].Sense == Sense.Rotate && TurnsTheCanvas(terms, at))
            {
                // 转竖屏: another shape of the canvas, nothing is turned.
                terms[at] = terms[at] with { Sense = Sense.Make, Value = "" };
            }
            else if (terms[at].Sense == Sense.From && Unfinished(terms, at) is { } to)
            {
                // "ab 0:06 wird's langweilig bis 0:13": from one to the other.
                terms[at] = new Term(Sense.Stretch, "", terms[at + 1].Number, terms[to].Number, terms[at + 1].Text, terms[at].At, terms[to].End);
                terms.RemoveRange(at + 1, to - at);
            }
            else if (terms[at].Sense == Sense.Other && JoinsTheRest(terms, at))
            {
                terms.RemoveAll(term => term.Sense is Sense.Join && term.At > terms[at].At);
                terms.RemoveAt(at);
            }
            else if (terms[at].Sense == Sense.Length && at > 1 && terms[at - 1].Sense == Sense.It && terms.FindLastIndex(at, term => term.Sense is Sense.Head or Sense.Tail && term.Number == terms[at].Number) >= 0)
            {
                // 一上来五秒在试音，这五秒掐掉
                terms.RemoveAt(at);
            }
            else if (terms[at].Sense == Sense.Length && terms[at].Number <= LongestTransition)
            {
                at = OfTransition(terms, at);
            }
            else if (language.Main.IsRunning && terms[at].Sense == Sense.Keep)
            {
                DropTheRest(terms, at);
            }
        }
    }

    /// <summary>p.mp4正常: a shot, and nothing else that it could be said of.</summary>
    private static bool StaysAsItIs(List<Term> terms, int at)
    {
        var from = terms.FindLastIndex(at, term => term.Sense is Sense.Mark or Sense.Then or Sense.But or Sense.And) + 1;
        var to = terms.FindIndex(at, term => term.Sense is Sense.Mark or Sense.Then or Sense.But or Sense.And);
        var part = terms.GetRange(from, (to < 0 ? terms.Count : to) - from);
        return part.Count > 1 && part.TrueForAll(term => term.Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last or Sense.Other or Sense.LeaveAlone or Sense.Word or Sense.All or Sense.Clip or Sense.Still or Sense.Shot or Sense.Make or Sense.It)
            && part.Exists(term => term.Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last or Sense.Other);
    }

    private static int? Unfinished(List<Term> terms, int at)
    {
        if (Measures.At(terms, at + 1) is not { Sense: Sense.Moment or Sense.Length } from)
        {
            return null;
        }

        var to = at + 2;
        while (Measures.At(terms, to)?.Sense is Sense.Word or Sense.It or Sense.Question)
        {
            to++;
        }

        return to > at + 2 && Measures.At(terms, to)?.Sense == Sense.To && Measures.At(terms, to + 1) is { Sense: Sense.Moment or Sense.Length } end && end.Number > from.Number ? to + 1 : null;
    }

    private static bool TurnsTheCanvas(List<Term> terms, int at) =>
        (Measures.At(terms, at + 1)?.Sense == Sense.Canvas || (Measures.At(terms, at + 1)?.Sense is Sense.To or Sense.At && Measures.At(terms, at + 2)?.Sense == Sense.Canvas))
        && !Parts.Has(terms, at, Sense.Degrees, Sense.CounterClockwise, Sense.Media, Sense.ShotPlace);

    /// <summary>都剪掉，剩下的连起来: what is left is joined anyway.</summary>
    private static bool JoinsTheRest(List<Term> terms, int at)
    {
        var before = at == 0 ? -1 : terms.FindLastIndex(at - 1, term => term.Sense is Sense.Cut or Sense.Remove || EndsSentence(term));
        var end = terms.FindIndex(at, term => term.Sense == Sense.Mark);
        var part = terms.GetRange(at + 1, (end < 0 ? terms.Count : end) - at - 1);
        return before >= 0 && terms[before].Sense != Sense.Mark && part.Exists(term => term.Sense == Sense.Join)
            && part.TrueForAll(term => term.Sense is Sense.Join or Sense.Shot or Sense.Clip or Sense.Word or Sense.All or Sense.Then or Sense.Make or Sense.Still);
    }

    /// <summary>转场用擦除，每个0.5秒: the lengths are those of the transitions.</summary>
    private static int OfTransition(List<Term> terms, int at)
    {
        var comma = terms.FindLastIndex(at, term => term.Sense == Sense.Mark);
        if (comma <= 0 || terms[comma].Value != "," || (Measures.At(terms, at + 1) is { } next && next.Sense is not (Sense.Mark or Sense.Each or Sense.Then or Sense.And)))
        {
            return at;
        }

        var lead = terms.GetRange(comma + 1, at - comma - 1);
        var isEach = lead.Exists(term => term.Sense == Sense.Each) || Measures.At(terms, at + 1)?.Sense == Sense.Each;
        var before = terms.GetRange(0, comma);
        before = before.GetRange(before.FindLastIndex(term => term.Sense == Sense.Mark) + 1, comma - before.FindLastIndex(term => term.Sense == Sense.Mark) - 1);
        if (!isEach || !lead.TrueForAll(term => term.Sense is Sense.Each or Sense.Shot or Sense.Transition or Sense.TransitionKind or Sense.For or Sense.Number)
            || !before.Exists(term => term.Sense is Sense.Transition or Sense.TransitionKind) || before.Exists(term => term.Sense is Sense.Length))
        {
            return at;
        }

        if (Measures.At(terms, at + 1)?.Sense == Sense.Each)
        {
            terms.RemoveAt(at + 1);
        }

        terms.RemoveRange(comma, at - comma);
        return comma;
    }

    /// <summary>12초부터 18초까지만 남기고 나머지는 버려: the rest goes where a part is kept.</summary>
    private static void DropTheRest(List<Term> terms, int at)
    {
        var end = terms.FindIndex(at, EndsSentence);
        end = end < 0 ? terms.Count : end;
        var rest = terms.FindIndex(at, end - at, term => term.Sense == Sense.Other);
        if (rest > at && terms.GetRange(rest, end - rest).TrueForAll(term => term.Sense is Sense.Other or Sense.All or Sense.Shot or Sense.Remove or Sense.Cut or Sense.Word or Sense.Clip or Sense.Still or Sense.Video or Sense.Without)
            && terms.GetRange(rest, end - rest).Exists(term => term.Sense is Sense.Remove or Sense.Cut))
        {
            terms.RemoveRange(rest, end - rest);
        }
    }

    private static bool EndsSentence(Term term) => term is { Sense: Sense.Mark, Value: "." or "!" or "?" or ";" or "\n" };
}
