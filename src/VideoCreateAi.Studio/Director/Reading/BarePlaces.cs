namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"pon el último al principio", "удали второй": where adjectives have endings, no noun need follow.</summary>
internal static class BarePlaces
{
    public static (Term, int)? Fold(List<Term> terms, int at)
    {
        var isFirstly = terms[at] is { Sense: Sense.Ordinal, Number: 1 } && Measures.At(terms, at + 1) is { } next && next.Sense.IsAction() && Measures.At(terms, at - 1)?.Sense is null or Sense.Mark;
        return terms[at].Sense is Sense.Ordinal or Sense.Last && !isFirstly
            && Parts.Has(terms, at, Sense.Put, Sense.Swap, Sense.Remove, Sense.Duplicate, Sense.Loop, Sense.Mute, Sense.Rotate, Sense.Mirror, Sense.Before, Sense.After, Sense.StartWith, Sense.EndWith, Sense.Make, Sense.Add)
            && !Parts.Has(terms, at, Sense.Title, Sense.Quote, Sense.Caption, Sense.Music, Sense.Hold, Sense.Undo, Sense.Media, Sense.Effect, Sense.Transition)
            ? (new Term(Sense.ShotPlace, "", terms[at].Sense == Sense.Last ? -1 : terms[at].Number, 1, terms[at].Text), 1)
            : null;
    }
}
