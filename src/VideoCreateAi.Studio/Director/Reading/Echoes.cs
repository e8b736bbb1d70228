namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>What is said once for several: "the first 2 and the last 5 seconds", "from the fourth to the sixth shot", "numbers 2, 4 and 6".</summary>
internal static class Echoes
{
    private const int MostShots = 500;

    /// <summary>Before measures are folded into stretches.</summary>
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            Units(terms, at);
            UnitBefore(terms, at);
            ShotRange(terms, at);
            PlaceNumber(terms, at);
            EdgeShot(terms, at);
            if (terms[at] is { Sense: Sense.Position, Text: "right" or "Right" } && Measures.At(terms, at + 1)?.Sense is Sense.Before or Sense.After or Sense.Between)
            {
                // "right before the dance"
                terms.RemoveAt(at);
            }

            if (IsNoun(terms[at]) && Measures.At(terms, at + 1) is { Sense: Sense.Position, Value: "center" } or { Sense: Sense.Middle } && Parts.Has(terms, at, Sense.Remove, Sense.Cut, Sense.Faster, Sense.Slower, Sense.Mute, Sense.Duplicate)
                && Measures.At(terms, at - 1)?.Sense is not (Sense.Ordinal or Sense.Last or Sense.Each))
            {
                // "toss the piece in the middle"
                terms[at] = terms[at] with { Sense = Sense.ShotPlace, Value = "middle", End = terms[at + 1].End };
                terms.RemoveAt(at + 1);
            }

            if (terms[at] is { Sense: Sense.Number, Number: >= 2 and <= 20 } two && Measures.At(terms, at + 1) is { } counted && IsNoun(counted) && Measures.At(terms, at + 2) is { Sense: Sense.Middle } or { Sense: Sense.Position, Value: "center" })
            {
                // "hai tấm ở giữa", "the two pictures in the middle"
                terms[at] = counted with { Sense = Sense.ShotPlace, Value = "middle", Number = 0, Second = two.Number, At = two.At, End = terms[at + 2].End };
                terms.RemoveRange(at + 1, 2);
            }

            if (terms[at].Sense == Sense.Last && Measures.At(terms, at + 1) is { Sense: Sense.Both } both)
            {
                // "the last two of them"
                terms[at] = terms[at] with { Sense = Sense.ShotPlace, Number = -1, Second = 2, End = both.End };
                terms.RemoveAt(at + 1);
            }
        }
    }

    /// <summary>"the first 2 and the last 5 secs": the first number is of seconds too.</summary>
    private static void Units(List<Term> terms, int at)
    {
        if (terms[at] is not { Sense: Sense.Number } bare || !IsEdge(Measures.At(terms, at - 1)) || Measures.At(terms, at + 1)?.Sense is not (Sense.And or Sense.Mark))
        {
            return;
        }

        var other = terms.FindIndex(at + 1, Math.Min(5, terms.Count - at - 1), term => IsEdge(term));
        if (other > at && Measures.At(terms, other + 1) is { Sense: Sense.Length })
        {
            terms[at] = bare with { Sense = Sense.Length, Number = bare.Number * 1000 };
        }
    }

    /// <summary>"los 2 primeros segundos y del mercado los 3 últimos"</summary>
    private static void UnitBefore(List<Term> terms, int at)
    {
        var edge = IsEdge(terms[at]) && Measures.At(terms, at - 1)?.Sense == Sense.Number ? at : IsEdge(terms[at]) && Measures.At(terms, at + 1)?.Sense == Sense.Number ? at + 1 : -1;
        if (edge < 0 || Measures.At(terms, edge + 1) is not (null or { Sense: Sense.Mark or Sense.And or Sense.Remove or Sense.Cut }) || !Parts.Has(terms, at, Sense.Remove, Sense.Cut, Sense.Keep)
            || terms.FindIndex(0, at, term => term.Sense == Sense.Length) is not (>= 1 and var said) || !IsEdge(terms[said - 1]))
        {
            return;
        }

        var number = edge == at ? terms[at - 1] : terms[at + 1];
        var length = number with { Sense = Sense.Length, Number = number.Number * 1000 };
        var first = edge == at ? at - 1 : at;
        (terms[first], terms[first + 1]) = (terms[at], length);
    }

    /// <summary>"clips 2 to 5", "the fourth to the sixth shot", 第2到第4张</summary>
    private static void ShotRange(List<Term> terms, int at)
    {
        if (terms[at].Sense is not (Sense.Ordinal or Sense.Number) || terms[at].Number is < 1 or > MostShots)
        {
            return;
        }

        var lead = Measures.At(terms, at - 1);
        var first = IsNoun(Measures.At(terms, at + 1)) && terms[at].Sense == Sense.Ordinal ? at + 1 : at;
        if (Measures.At(terms, first + 1) is not ({ Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" }) || Measures.At(terms, first + 2) is not { Sense: Sense.Ordinal or Sense.Number } last || last.Number <= terms[at].Number || last.Number > MostShots)
        {
            return;
        }

        var behind = Measures.At(terms, first + 3);
        var isNamed = IsNoun(lead) && terms[at].Sense == Sense.Number && behind?.Sense is not (Sense.Unit or Sense.Length);
        var isCounted = (terms[at].Sense == Sense.Ordinal || last.Sense == Sense.Ordinal) && IsNoun(behind);
        var isBare = terms[at].Sense == Sense.Ordinal && last.Sense == Sense.Ordinal && behind?.Sense is not (Sense.Unit or Sense.Length);
        if (!isNamed && !isCounted && !isBare)
        {
            return;
        }

        var noun = isNamed ? lead! : isCounted ? behind! : terms[at];
        var from = isNamed ? at - 1 : at;
        from = Measures.At(terms, from - 1)?.Sense is Sense.From or Sense.Between ? from - 1 : from;
        var to = isCounted ? first + 3 : first + 2;
        var place = new Term(Sense.ShotPlace, KindOf(noun), terms[at].Number, last.Number - terms[at].Number + 1, noun.Text, terms[from].At, terms[to].End);
        terms.RemoveRange(from, to - from + 1);
        terms.Insert(from, place);
    }

    /// <summary>"number two, four and six", "no. 3", "position 2"</summary>
    private static void PlaceNumber(List<Term> terms, int at)
    {
        if (terms[at] is not { Sense: Sense.Counter, Value: "number" } noun)
        {
            return;
        }

        if (Measures.At(terms, at + 1) is { Sense: Sense.Mark, Value: "." })
        {
            terms.RemoveAt(at + 1);
        }

        terms[at] = noun with { Sense = Measures.At(terms, at + 1)?.Sense == Sense.Number || Measures.At(terms, at - 1)?.Sense is Sense.Ordinal or Sense.Last ? Sense.Shot : Sense.Word, Value = "" };
    }

    /// <summary>"the opening pic", "the front piece", 前面那段: the first or the last of them.</summary>
    private static void EdgeShot(List<Term> terms, int at)
    {
        if (terms[at].Sense is not (Sense.Start or Sense.End) || Measures.At(terms, at + 1) is not { } noun || (!IsNoun(noun) && noun is not { Sense: Sense.Half, Value: "" }) || Measures.At(terms, at + 2)?.Sense is Sense.Number or Sense.Media
            || (noun.Sense != Sense.Half && Measures.At(terms, at - 1)?.Sense is Sense.Put or Sense.At or Sense.To) || noun.Text.EndsWith('s'))
        {
            return;
        }

        terms[at] = new Term(Sense.ShotPlace, KindOf(noun), terms[at].Sense == Sense.Start ? 1 : -1, 1, noun.Text, terms[at].At, noun.End);
        terms.RemoveAt(at + 1);
    }

    private static string KindOf(Term noun) => noun.Sense switch { Sense.Still => "image", Sense.Clip => "clip", _ => "" };

    private static bool IsEdge(Term? term) => term is { Sense: Sense.Ordinal, Number: 1 } or { Sense: Sense.Last };

    private static bool IsNoun(Term? term) => term?.Sense is Sense.Still or Sense.Clip or Sense.Shot;
}
