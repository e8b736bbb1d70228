namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The first and the last seconds, in the orders in which languages say them: "les 3 premières secondes",
/// "3 detik pertama", "togli 2 secondi alla fine".</summary>
internal static class Edges
{
    /// <summary>Before units are read: the ordinal comes in front of its number.</summary>
    public static void Lead(List<Term> terms, Language language)
    {
        for (var at = 0; at + 1 < terms.Count; at++)
        {
            // "detik ke-5"
            if (IsTime(terms[at]) && terms[at + 1].Sense == Sense.To && Measures.At(terms, at + 2) is { Sense: Sense.Mark, Value: "-" } && Measures.At(terms, at + 3)?.Sense == Sense.Number)
            {
                terms.RemoveRange(at + 1, 2);
            }

            if (terms[at].Sense == Sense.Number && IsEdge(terms[at + 1]) && at + 2 < terms.Count && (IsTime(terms[at + 2]) || IsCounted(terms, at)))
            {
                (terms[at], terms[at + 1]) = (terms[at + 1], terms[at]);
            }
            else if (language.Main.Is("noun-first") && IsTime(terms[at]) && terms[at + 1].Sense == Sense.Ordinal && Measures.At(terms, at - 1)?.Sense != Sense.Number)
            {
                // "giây thứ 8"
                terms[at + 1] = terms[at + 1] with { Sense = Sense.Number };
            }
            else if (language.Main.Is("noun-first") && IsTime(terms[at]) && terms[at + 1].Sense == Sense.Number && at + 2 < terms.Count && IsEdge(terms[at + 2]))
            {
                // الثواني الثلاث الأولى
                (terms[at], terms[at + 2]) = (terms[at + 2], terms[at]);
            }
        }
    }

    /// <summary>After units are read.</summary>
    public static void Fold(List<Term> terms, Language language)
    {
        if (language.Main.Code == "en")
        {
            return;
        }

        for (var at = 0; at < terms.Count; at++)
        {
            // "6 से 9 सेकंड के बीच"
            if (terms[at].Sense == Sense.From && Measures.At(terms, at + 1)?.Sense == Sense.Number && Measures.At(terms, at + 2)?.Sense == Sense.Between && Measures.At(terms, at + 3)?.Sense == Sense.Length)
            {
                terms.RemoveAt(at + 2);
            }

            // "6 से 9 सेकंड": one relation parts the two.
            if (terms[at].Sense == Sense.From && Measures.At(terms, at + 1)?.Sense is Sense.Number or Sense.Length && Measures.At(terms, at + 2)?.Sense == Sense.Length && Measures.At(terms, at + 3)?.Sense != Sense.To)
            {
                terms.Insert(at + 2, new Term(Sense.To, At: terms[at + 2].At, End: terms[at + 2].At));
            }

            // 结尾掐掉4秒
            if (language.Main.IsRunning && terms[at].Sense is Sense.Start or Sense.End && Measures.At(terms, at + 1)?.Sense is Sense.Cut or Sense.Remove && Measures.At(terms, at + 2) is { Sense: Sense.Length } cut)
            {
                terms[at] = cut with { Sense = terms[at].Sense == Sense.Start ? Sense.Head : Sense.Tail };
                terms.RemoveAt(at + 2);
            }

            if (terms[at].Sense != Sense.Length)
            {
                continue;
            }

            // "foto pertama 6 detik": the ordinal is the photo's.
            if (language.Main.Is("noun-first") && Measures.At(terms, at - 1) is { Sense: Sense.Ordinal or Sense.Last } place && Measures.At(terms, at - 2) is { Sense: Sense.Still or Sense.Clip or Sense.Shot } noun)
            {
                var kind = noun.Sense switch { Sense.Still => "image", Sense.Clip => "clip", _ => "" };
                terms[at - 2] = new Term(Sense.ShotPlace, kind, place.Sense == Sense.Last ? -1 : place.Number, 1, noun.Text, noun.At, place.End);
                terms.RemoveAt(at - 1);
                continue;
            }

            if (IsTheExceptedOne(terms, at))
            {
                terms[at - 1] = new Term(Sense.ShotPlace, "", terms[at - 1].Sense == Sense.Last ? -1 : terms[at - 1].Number, 1, terms[at - 1].Text, terms[at - 1].At, terms[at - 1].End);
                terms.RemoveAll(term => term.Sense == Sense.Keep);
                continue;
            }

            var next = Measures.At(terms, at + 1);
            if (language.Main.Is("noun-first") && next is not null && IsEdge(next))
            {
                Replace(terms, at, 2, terms[at], next);
                continue;
            }

            if (!Cuts(terms, at))
            {
                continue;
            }

            // "i primi 3 secondi" is read elsewhere; here the edge is a place.
            if (next is { Sense: Sense.Start or Sense.End } && Measures.At(terms, at - 1)?.Sense is not (Sense.Start or Sense.End or Sense.Ordinal or Sense.Last))
            {
                Replace(terms, at, 2, terms[at], next);
                Echo(terms, at);
            }
            else if (Measures.At(terms, at - 1) is { Sense: Sense.Start or Sense.End } before && Measures.At(terms, at - 2)?.Sense is not (Sense.Length or Sense.From or Sense.Head or Sense.Tail))
            {
                Replace(terms, at - 1, 2, terms[at], before);
            }
        }
    }

    /// <summary>"jedes Bild 3 Sekunden, nur das letzte 5 Sekunden": a shot and its length, no last seconds.</summary>
    private static bool IsTheExceptedOne(List<Term> terms, int at) => Measures.At(terms, at - 1) is { } place && (IsEdge(place) || place.Sense == Sense.Ordinal)
        && terms.FindIndex(0, at - 1, term => term.Sense == Sense.Each) is >= 0 and var each && terms.FindIndex(each, at - 1 - each, term => term.Sense == Sense.Length) >= 0
        && !Parts.Has(terms, at, Sense.Cut, Sense.Remove, Sense.Quote, Sense.Title);

    /// <summary>"6 secondi all'inizio e 8 in fondo": the unit is said once.</summary>
    private static void Echo(List<Term> terms, int at)
    {
        if (Measures.At(terms, at + 1)?.Sense == Sense.And && Measures.At(terms, at + 2) is { Sense: Sense.Number } number && Measures.At(terms, at + 3) is { Sense: Sense.Start or Sense.End } edge)
        {
            Replace(terms, at + 2, 2, number with { Number = number.Number * 1000 }, edge);
        }
    }

    private static void Replace(List<Term> terms, int at, int count, Term length, Term edge)
    {
        var isHead = edge.Sense is Sense.Ordinal or Sense.Start;
        terms[at] = new Term(isHead ? Sense.Head : Sense.Tail, "", length.Number, Text: length.Text, At: terms[at].At, End: terms[at + count - 1].End);
        terms.RemoveRange(at + 1, count - 1);
    }

    private static bool Cuts(List<Term> terms, int at) =>
        Parts.Has(terms, at, Sense.Cut, Sense.Remove, Sense.Keep, Sense.Shorten, Sense.Quote, Sense.Title);

    /// <summary>"dwa pierwsze klipy": two of them.</summary>
    private static bool IsCounted(List<Term> terms, int at) => terms[at].Number is >= 2 and <= 500 && terms[at + 2].Sense is Sense.Still or Sense.Clip or Sense.Shot
        && Measures.At(terms, at - 1)?.Sense is not (Sense.Still or Sense.Clip or Sense.Shot);

    private static bool IsEdge(Term term) => term is { Sense: Sense.Ordinal, Number: 1 } or { Sense: Sense.Last };

    private static bool IsTime(Term term) => term is { Sense: Sense.Unit, Number: 1000 or 60_000 };
}
