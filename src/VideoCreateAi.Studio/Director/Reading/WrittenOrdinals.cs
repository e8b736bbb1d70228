namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Numbers with an ending of the language: "30-й", "5'er", "2e". Before a unit the ending says nothing more.</summary>
internal static class WrittenOrdinals
{
    public static void Fold(List<Term> terms, Language language)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at].Sense == Sense.Media && Measures.At(terms, at + 1) is { Sense: Sense.Mark, Value: "'" })
            {
                // "clip.mp4'ten sonra"
                terms.RemoveAt(at + 1);
            }

            if (terms[at].Sense != Sense.Number)
            {
                continue;
            }

            var isSeam = IsBeside(terms, at, "'") || (IsBeside(terms, at, "-") && Measures.At(terms, at + 2)?.Sense == Sense.OrdinalMark);
            if (isSeam)
            {
                terms[at] = terms[at] with { End = terms[at + 1].End };
                terms.RemoveAt(at + 1);
            }

            var isOrdinal = Measures.At(terms, at + 1)?.Sense == Sense.OrdinalMark || (language.Main.Is("ordinal-dot") && IsBeside(terms, at, "."));
            if (isOrdinal && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Number: 1000 or 60_000 } or { Sense: Sense.To } or { Sense: Sense.Each, Value: "before-number" })
            {
                terms.RemoveAt(at + 1);
            }
        }
    }

    private static bool IsBeside(List<Term> terms, int at, string mark) =>
        Measures.At(terms, at + 1) is { Sense: Sense.Mark } next && next.Value == mark && next.At == terms[at].End;
}
