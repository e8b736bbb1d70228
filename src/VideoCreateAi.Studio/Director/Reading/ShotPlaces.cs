namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Where a shot stands in the row: "the second photo", "photo 3", "the last two clips", "klip kedua".</summary>
internal static class ShotPlaces
{
    public static (Term, int)? Fold(List<Term> terms, int at, bool nounFirst)
    {
        // "klip kedua", الصورة الأخيرة
        if (Measures.IsNoun(terms[at]) && Measures.At(terms, at + 1) is { Sense: Sense.Ordinal or Sense.Last or Sense.Middle } behind && (nounFirst || behind is { Sense: Sense.Middle, Text: not ("middle" or "Middle") }) && !Measures.IsNoun(Measures.At(terms, at + 2)))
        {
            var many = Measures.At(terms, at - 1) is { Sense: Sense.Number, Number: >= 2 and <= 500 } several ? (int)several.Number : 1;
            var kindOf = terms[at].Sense switch { Sense.Still => "image", Sense.Clip => "clip", _ => "" };
            return (new Term(Sense.ShotPlace, behind.Sense == Sense.Middle ? "middle" : kindOf, behind.Sense == Sense.Last ? -1 : behind.Number, many, terms[at].Text), 2);
        }

        if (terms[at] is { Sense: Sense.Position, Value: "top" or "bottom" } && Measures.At(terms, at + 1) is { Sense: Sense.Position, Value: "left" or "right" } side)
        {
            return (side with { Value = $"{terms[at].Value}-{side.Value}" }, 2);
        }

        // "photos 2 and 3"
        if (terms[at].Sense == Sense.Number && SiblingBefore(terms, at) is { Sense: Sense.ShotPlace, Number: >= 1 } sibling
            && (sibling.Text.EndsWith('s') || !char.IsAsciiLetter(sibling.Text[^1])) && !Measures.IsNoun(Measures.At(terms, at + 1)))
        {
            return (sibling with { Number = terms[at].Number }, 1);
        }

        // "photo 3"
        if (Measures.IsNoun(terms[at]) && Measures.At(terms, at + 1) is { Sense: Sense.Number, Number: >= 1 and <= 500 } nth && nth.Number % 1 == 0
            && nth.Text.FirstOrDefault() is not (>= '\u0620' and <= '\u064A')
            && terms[at].Text.ToLowerInvariant() is not ("one" or "ones") && !Measures.IsNoun(Measures.At(terms, at + 2)) && Measures.At(terms, at + 2)?.Sense != Sense.Each)
        {
            var named = terms[at].Sense switch { Sense.Still => "image", Sense.Clip => "clip", _ => "" };
            return (new Term(Sense.ShotPlace, named, nth.Number, 1, terms[at].Text), 2);
        }

        if (terms[at].Sense is not (Sense.Ordinal or Sense.Last or Sense.Middle))
        {
            return null;
        }

        var first = terms[at].Sense == Sense.Last ? -1 : terms[at].Number;
        var count = Measures.At(terms, at + 1) is { Sense: Sense.Number } number ? (int)number.Number : 1;
        if (count == 1 && first is >= 1 and < 50 && Measures.At(terms, at + 1) is { Sense: Sense.Video, Value: "" } && Measures.At(terms, at - 1)?.Sense is Sense.From or Sense.At or Sense.Over)
        {
            // "out of the first video": one of several
            return (new Term(Sense.ShotPlace, "clip", first, 1, terms[at].Text), 2);
        }

        var noun = Measures.At(terms, at + (count > 1 || Measures.At(terms, at + 1)?.Sense == Sense.Number ? 2 : 1));
        var isNoun = Measures.IsNoun(noun) || noun is { Sense: Sense.Half };
        // "the one before last": nothing else is counted so.
        if (!isNoun && count == 1 && first is >= -1 or < -50)
        {
            return null;
        }

        var kind = noun?.Sense switch { Sense.Still => "image", Sense.Clip => "clip", _ => "" };
        var value = terms[at].Sense == Sense.Middle ? "middle" : kind;
        return (new Term(Sense.ShotPlace, value, first, count, terms[at].Text), 1 + (Measures.At(terms, at + 1)?.Sense == Sense.Number ? 1 : 0) + (isNoun ? 1 : 0));
    }

    /// <summary>What a list names before this: "photos 1, 2 and 4".</summary>
    private static Term? SiblingBefore(List<Term> terms, int at)
    {
        var before = at - 1;
        while (Measures.At(terms, before) is { Sense: Sense.And } or { Sense: Sense.Mark, Value: "," })
        {
            before--;
        }

        return before < at - 1 ? Measures.At(terms, before) : null;
    }
}
