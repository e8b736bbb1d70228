namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"three photos, one minute in all", 总长9秒，各3秒: a length that is said to be of the whole is of nothing else.</summary>
internal static class Totals
{
    /// <summary>The value of a length of the whole.</summary>
    public const string Total = "total";

    // 一共别超过40秒, "in total it must not be over 40 seconds".
    private const int MostBetween = 5;

    /// <summary>Gives the word to the length beside it. It is gone then: whatever reads on would find it between things that belong together.</summary>
    /// <param name="said">Where such words stand in the text.</param>
    public static void Mark(List<Term> terms, IReadOnlyList<int> said)
    {
        foreach (var place in said)
        {
            var next = terms.FindIndex(term => term.At >= place);
            next = next < 0 ? terms.Count : next;
            var length = IsLength(terms, next - 1) ? next - 1 : Behind(terms, next);
            length = length < 0 && IsLength(terms, next - 2) && terms[next - 1].Sense is not Sense.Mark ? next - 2 : length;
            if (length < 0 || IsChange(terms, length))
            {
                continue;
            }

            terms[length] = terms[length] with { Value = Total };
            if (length > next)
            {
                terms.RemoveRange(next, length - next);
            }
        }
    }

    /// <summary>The terms without the length of the whole, and that length.</summary>
    public static IReadOnlyList<Term> TakenOut(IReadOnlyList<Term> terms, out TimeSpan? total)
    {
        var rest = terms.ToList();
        total = null;
        for (var at = rest.FindIndex(IsTotal); at >= 0; at = rest.FindIndex(IsTotal))
        {
            total ??= rest[at].Time;
            var from = at;
            while (from > 0 && IsCarrier(rest[from - 1].Sense))
            {
                from--;
            }

            var to = at + 1;
            while (to < rest.Count && IsCarrier(rest[to].Sense))
            {
                to++;
            }

            var isWhole = (from == 0 || rest[from - 1].Sense is Sense.Mark or Sense.And or Sense.Then or Sense.But) && (to == rest.Count || rest[to].Sense is Sense.Mark or Sense.And or Sense.Then or Sense.But);
            rest.RemoveRange(isWhole ? from : at, isWhole ? to - from : 1);
        }

        return rest;
    }

    private static bool IsTotal(Term term) => term is { Sense: Sense.Length, Value: Total };

    /// <summary>What only carries the length: "make it … long", "the whole thing lasts …".</summary>
    private static bool IsCarrier(Sense sense) => sense is Sense.Make or Sense.It or Sense.For or Sense.To or Sense.At or Sense.Keep or Sense.Video or Sense.Whole or Sense.With or Sense.All or Sense.Put or Sense.Word;

    private static bool IsLength(List<Term> terms, int at) => Measures.At(terms, at) is { Sense: Sense.Length } && Measures.At(terms, at + 1)?.Sense != Sense.Each && Measures.At(terms, at - 1)?.Sense != Sense.Each;

    private static int Behind(List<Term> terms, int from)
    {
        for (var at = from; at < Math.Min(terms.Count, from + MostBetween); at++)
        {
            if (IsLength(terms, at))
            {
                return at;
            }

            if (terms[at] is { Sense: Sense.Mark, Value: not ":" } or { Sense: Sense.Media or Sense.ShotPlace or Sense.Each or Sense.Quote or Sense.Number or Sense.And or Sense.Then })
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"5 seconds shorter overall": so much more or less, and not so much.</summary>
    private static bool IsChange(List<Term> terms, int length)
    {
        var from = terms.FindLastIndex(length, term => term.Sense == Sense.Mark) + 1;
        var to = terms.FindIndex(length, term => term.Sense == Sense.Mark);
        return terms.GetRange(from, (to < 0 ? terms.Count : to) - from).Exists(term => term.Sense is Sense.Lengthen or Sense.Shorten or Sense.More or Sense.Less or Sense.By or Sense.Cut or Sense.Remove or Sense.Half or Sense.Twice);
    }
}
