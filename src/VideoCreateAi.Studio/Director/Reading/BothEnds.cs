namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>As much from either end: 头尾各剪2秒, "lose 2 s at both ends", "3 seconds off the start and the end".</summary>
internal static class BothEnds
{
    private const int Farthest = 6;

    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at + 1 < terms.Count; at++)
        {
            if (terms[at].Sense != Sense.Start)
            {
                continue;
            }

            var end = terms[at + 1].Sense == Sense.End ? at + 1 : terms[at + 1].Sense == Sense.And && Measures.At(terms, at + 2)?.Sense == Sense.End ? at + 2 : -1;
            if (end < 0 || !Parts.Has(terms, at, Sense.Cut, Sense.Remove, Sense.Shorten))
            {
                continue;
            }

            var from = Math.Max(0, at - Farthest);
            var behind = terms.FindIndex(end, Math.Min(Farthest, terms.Count - end), term => term.Sense == Sense.Length);
            var before = behind >= 0 ? -1 : terms.FindLastIndex(at, at - from + 1, term => term.Sense == Sense.Length);
            var length = behind >= 0 ? behind : before;
            var first = Math.Min(at, length);
            var last = Math.Max(end, length);
            // Behind the two ends the length is of both only where it says so: "the start and the end, 5 s in all".
            if (length < 0 || (behind >= 0 && !terms.GetRange(first, last - first + 1).Exists(term => term.Sense == Sense.Each))
                || terms.GetRange(first, last - first).Exists(term => term.Sense is Sense.Mark or Sense.Then or Sense.But))
            {
                continue;
            }

            var each = terms[length];
            var between = terms.GetRange(first, last - first + 1).Where((term, index) => first + index != at && first + index != end && first + index != length
                && term.Sense is not (Sense.Each or Sense.From or Sense.At or Sense.Off or Sense.And or Sense.Both)).ToList();
            terms.RemoveRange(first, last - first + 1);
            terms.InsertRange(first, [.. between, each with { Sense = Sense.Head }, each with { Sense = Sense.Tail }]);
        }
    }
}
