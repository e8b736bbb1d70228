namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"pon el último al principio", "удали второй": where adjectives have endings, no noun need follow.</summary>
internal static class BarePlaces
{
    /// <param name="mayStandAlone">Whether adjectives of the language have endings, so that no noun need follow.</param>
    public static (Term, int)? Fold(List<Term> terms, int at, bool mayStandAlone)
    {
        var isFirstly = terms[at] is { Sense: Sense.Ordinal, Number: 1 } && Measures.At(terms, at + 1) is { } next && next.Sense.IsAction() && Measures.At(terms, at - 1)?.Sense is null or Sense.Mark;
        if (GoesSomewhere(terms, at))
        {
            return (new Term(Sense.ShotPlace, "", terms[at].Sense == Sense.Last ? -1 : terms[at].Number, 1, terms[at].Text), 1);
        }

        if (!mayStandAlone)
        {
            return null;
        }

        return terms[at].Sense is Sense.Ordinal or Sense.Last && !isFirstly
            && Parts.Has(terms, at, Sense.Put, Sense.Swap, Sense.Remove, Sense.Duplicate, Sense.Loop, Sense.Mute, Sense.Rotate, Sense.Mirror, Sense.Before, Sense.After, Sense.StartWith, Sense.EndWith, Sense.Make, Sense.Add)
            && !Parts.Has(terms, at, Sense.Title, Sense.Quote, Sense.Caption, Sense.Music, Sense.Hold, Sense.Undo, Sense.Media, Sense.Effect, Sense.Transition)
            ? (new Term(Sense.ShotPlace, "", terms[at].Sense == Sense.Last ? -1 : terms[at].Number, 1, terms[at].Text), 1)
            : null;
    }

    /// <summary>"la troisième en premier", "the last to the front": two places and nothing else, so the one goes to the other.</summary>
    private static bool GoesSomewhere(List<Term> terms, int at)
    {
        if (terms[at].Sense is not (Sense.Ordinal or Sense.Last) || (Measures.At(terms, at - 1) is { } before && before.Sense is not (Sense.Mark or Sense.And or Sense.Then or Sense.Put or Sense.Make or Sense.But or Sense.Praise or Sense.Instead))
            || Parts.Has(terms, at, Sense.Title, Sense.Music, Sense.Caption, Sense.Sequence, Sense.ReverseOrder, Sense.Media, Sense.ShotPlace, Sense.Transition, Sense.Between, Sense.Hold))
        {
            return false;
        }

        var to = at + 1;
        while (Measures.At(terms, to)?.Sense is Sense.To or Sense.At or Sense.For or Sense.As or Sense.Put or Sense.Make)
        {
            to++;
        }

        while (Measures.At(terms, to)?.Sense is Sense.Start && Measures.At(terms, to + 1)?.Sense is Sense.Start or Sense.Ordinal)
        {
            to++;
        }

        return Measures.At(terms, to)?.Sense is Sense.Ordinal or Sense.Last or Sense.Start or Sense.End && Measures.At(terms, to + 1)?.Sense is null or Sense.Mark or Sense.Put or Sense.And or Sense.Then or Sense.Word;
    }
}
