namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Small words whose meaning hangs on what follows: French "de 20 %" is by how much, Russian "по 3 секунды" how long each.</summary>
internal static class Relations
{
    public static void Fold(List<Term> terms)
    {
        for (var at = terms.Count - 1; at >= 0; at--)
        {
            var next = Measures.At(terms, at + 1);
            if (terms[at] is { Sense: Sense.By, Value: "article" })
            {
                var isShare = (next?.Sense == Sense.Number && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Value: "%" }) || (next is { Sense: Sense.Unit, Value: "%" } && Measures.At(terms, at + 2)?.Sense == Sense.Number);
                if (isShare)
                {
                    terms[at] = terms[at] with { Value = "" };
                }
                else
                {
                    terms.RemoveAt(at);
                }
            }
            else if (terms[at] is { Sense: Sense.And, Value: "or-with" })
            {
                // "%60 ile ekle": with it, and nothing follows.
                if (next is null || next.Sense == Sense.Mark || next.Sense.IsAction())
                {
                    terms.RemoveAt(at);
                }
                else
                {
                    terms[at] = terms[at] with { Value = "" };
                }
            }
            else if (terms[at].Sense == Sense.With && terms[at].Text.ToLowerInvariant() is not ("with" or "w /") && next?.Sense == Sense.Number && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Value: "%" })
            {
                // "mit 60 %"
                terms[at] = terms[at] with { Sense = Sense.At };
            }
            else if (terms[at].Sense == Sense.Number && next is { Sense: Sense.Half, Number: 0.5 } && Measures.At(terms, at + 2)?.Sense == Sense.Unit)
            {
                // "две с половиной секунды"
                terms[at] = terms[at] with { Number = terms[at].Number + 0.5, End = next.End };
                terms.RemoveAt(at + 1);
            }
            else if (terms[at] is { Sense: Sense.To, Value: "or-by" })
            {
                var unit = next?.Sense == Sense.Number ? Measures.At(terms, at + 2) : null;
                var compares = unit is { Sense: Sense.Unit, Value: "%" } ? Parts.Has(terms, at, Sense.Louder, Sense.Quieter, Sense.Faster, Sense.Slower)
                    : unit is { Sense: Sense.Unit, Number: 1000 or 60_000 } && Parts.Has(terms, at, Sense.Shorten, Sense.Lengthen);
                terms[at] = terms[at] with { Sense = compares ? Sense.By : Sense.To, Value = "" };
            }
            else if (terms[at] is { Sense: Sense.Each, Value: "behind-length" })
            {
                // "2 secondes la photo" is how long each lasts, "puis la photo" is the photo.
                var isEach = Measures.At(terms, at - 1)?.Sense is Sense.Unit or Sense.Number or Sense.Length;
                terms[at] = terms[at] with { Sense = isEach ? Sense.Each : Sense.Still, Value = "" };
            }
            else if (terms[at] is { Sense: Sense.Each, Value: "before-number" })
            {
                var isEach = (next?.Sense == Sense.Number && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Number: 1000 or 60_000 } && Measures.At(terms, at - 1)?.Sense is not (Sense.Number or Sense.Unit or Sense.OrdinalMark) && Measures.At(terms, at - 1) is not { Sense: Sense.Mark, Value: not "," })
                    || next?.Sense == Sense.Length;
                terms[at] = terms[at] with { Sense = isEach ? Sense.Each : Sense.To, Value = "" };
            }
        }
    }
}
