namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"On the second photo, write 'Hello'": a place or a time in front belongs to the words behind the comma.</summary>
internal static class TextLeads
{
    private const int MostOtherWords = 3;

    public static bool Leads(List<Term> terms, int separator, List<Term> atom)
    {
        if (terms[separator] is not { Sense: Sense.Mark, Value: "," or ":" } || !atom.Exists(IsPlace) || !atom.TrueForAll(MayStand) || atom.Count(term => term.Sense == Sense.Word) > MostOtherWords)
        {
            return false;
        }

        for (var index = separator + 1; index < terms.Count; index++)
        {
            if (terms[index].Sense == Sense.Quote)
            {
                return true;
            }

            var leads = terms[index].Sense is Sense.Title or Sense.Caption or Sense.Add or Sense.Put or Sense.Make or Sense.With or Sense.It or Sense.Word or Sense.Position or Sense.TextColour or Sense.TextSize
                or Sense.Animation or Sense.At or Sense.Over or Sense.Head or Sense.Tail or Sense.Keep or Sense.For or Sense.Colour || terms[index] is { Sense: Sense.Mark, Value: ":" or "," };
            if (!leads)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsPlace(Term term) => term.Sense is Sense.Media or Sense.ShotPlace or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Moment or Sense.Start or Sense.End or Sense.Last or Sense.Ordinal or Sense.Position;

    private static bool MayStand(Term term) => IsPlace(term) || term.Sense is Sense.At or Sense.Over or Sense.For or Sense.From or Sense.To or Sense.Length or Sense.Mark or Sense.And or Sense.Word or Sense.Shot or Sense.Still
        or Sense.Clip or Sense.Video or Sense.After or Sense.Then or Sense.Between or Sense.It or Sense.Keep or Sense.Add or Sense.Put or Sense.TextColour or Sense.TextSize;
}
