namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>What words mean beside the names of files and places of shots, when all measures are read.</summary>
internal static class NameCompany
{
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            var next = Measures.At(terms, at + 1);
            if (terms[at].Sense is Sense.All or Sense.Both && next?.Sense == Sense.Number && Measures.At(terms, at + 2)?.Sense is null or Sense.Mark or Sense.And or Sense.Then)
            {
                // "all three, four seconds each": how many they are is no length.
                terms.RemoveAt(at + 1);
            }
            else if (terms[at] is { Sense: Sense.Ordinal, Number: < 0 } && next?.Sense is not (Sense.Still or Sense.Clip or Sense.Shot or Sense.Video or Sense.Unit or Sense.Title or Sense.Quote or Sense.Caption or Sense.Number))
            {
                // "bring the one before last to the front"
                terms[at] = new Term(Sense.ShotPlace, "", terms[at].Number, 1, terms[at].Text, terms[at].At, terms[at].End);
            }
            else if (terms[at].Sense == Sense.But && next?.Sense == Sense.Off && at > 0)
            {
                // Dutch "er maar uit"
                terms.RemoveAt(at);
                at--;
            }
            else if (IsPlaceNoun(terms[at]) && next is { Sense: Sense.Number, Number: >= 1 } number && number.Number % 1 == 0 && Parts.Has(terms, at, Sense.Media, Sense.ShotPlace, Sense.It)
                && Measures.At(terms, at + 2)?.Sense is null or Sense.Mark or Sense.And or Sense.Then or Sense.Word or Sense.But)
            {
                // "put the pub in position two"
                terms[at] = number with { Sense = Sense.Ordinal };
                terms.RemoveAt(at + 1);
            }
            else if (terms[at] is { Sense: Sense.Off } gone && at > 0 && IsShot(terms[at - 1]) && next?.Sense is null or Sense.Mark or Sense.And or Sense.Then or Sense.But && IsAllBefore(terms, at))
            {
                // "b out, c first"
                terms[at] = gone with { Sense = Sense.Remove };
            }
            else if (terms[at] is { Sense: Sense.To, Text: "po" or "по" } each && next?.Sense == Sense.Length && Measures.At(terms, at - 1)?.Sense == Sense.Mark
                && !terms.Exists(term => term.Sense is Sense.From or Sense.Cut or Sense.Moment or Sense.Stretch or Sense.Shorten or Sense.Lengthen))
            {
                // "все фото по порядку, по 4 секунды"
                terms[at] = each with { Sense = Sense.Each };
            }
            else if (terms[at].Sense is Sense.Twice or Sense.Half && next is not null && IsShot(next) && Measures.At(terms, at + 2) is { Sense: Sense.Word, Value: "time" or "duration" or "length" } length)
            {
                // "double the pie's time"
                terms[at] = terms[at] with { Sense = Sense.Lengthen, Number = terms[at].Sense == Sense.Half ? 0.5 : terms[at].Number };
                terms.Remove(length);
            }
        }
    }

    private static bool IsPlaceNoun(Term term) => (term.Sense == Sense.Word || term is { Sense: Sense.Put, Text: "position" })
        && term.Text.ToLowerInvariant() is "place" or "position" or "spot" or "slot" or "plek" or "plaats" or "positie" or "platz" or "stelle" or "posición" or "posicion" or "lugar" or "puesto" or "posizione" or "posto"
            or "posição" or "место" or "позицию" or "miejsce" or "miejscu" or "pozycję" or "pozycji" or "sıraya" or "posisi" or "urutan";

    /// <summary>Nothing but names from the mark before on.</summary>
    private static bool IsAllBefore(List<Term> terms, int at)
    {
        for (var index = at - 1; index >= 0 && terms[index].Sense is not (Sense.Mark or Sense.Then or Sense.But) ; index--)
        {
            if (!IsShot(terms[index]) && terms[index].Sense is not (Sense.And or Sense.It))
            {
                return index > 0 && terms[index].Sense == Sense.And;
            }
        }

        return true;
    }

    private static bool IsShot(Term term) => term.Sense is Sense.Media or Sense.ShotPlace;
}
