namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"the leak clip", "le plan produit", 窗花那张: beside a file the noun says nothing more.</summary>
internal static class NamedShots
{
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at].Sense != Sense.Media)
            {
                continue;
            }

            var noun = Measures.At(terms, at + 1)?.Sense == Sense.It && Measures.At(terms, at + 2)?.Sense is Sense.Counter or Sense.Still or Sense.Clip or Sense.Shot ? at + 2 : at + 1;
            if (Measures.At(terms, noun) is { } behind && IsOne(behind) && Measures.At(terms, noun + 1)?.Sense is not (Sense.Number or Sense.Media) && !(behind.Sense == Sense.Video && Parts.Has(terms, at, Sense.Create, Sense.Make)))
            {
                terms.RemoveRange(at + 1, noun - at);
            }

            if (Measures.At(terms, at - 1) is { Sense: Sense.Still or Sense.Clip or Sense.Shot or Sense.Counter } before && IsOne(before) && !IsCounted(Measures.At(terms, at - 2)))
            {
                terms.RemoveAt(at - 1);
                at--;
            }
        }
    }

    private static bool IsOne(Term term) => term.Sense is Sense.Still or Sense.Clip or Sense.Shot or Sense.Video or Sense.Counter
        && !(char.IsAscii(term.Text.FirstOrDefault()) && term.Text.EndsWith('s')) && (term.Value.Length == 0 || term.Sense == Sense.Counter);

    private static bool IsCounted(Term? term) => term?.Sense is Sense.Number or Sense.Each or Sense.All or Sense.Ordinal or Sense.Last or Sense.Other or Sense.Both or Sense.Next or Sense.OrdinalMark;
}
