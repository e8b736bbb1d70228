using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>When something shows, as a clause says it.</summary>
internal static class TimeReading
{
    public static WhenShown Take(Clause clause, Wishes wishes, int from = 0, int to = int.MaxValue)
    {
        var when = WhenShown.Unsaid;
        // "a 1 minute film with the title X for the first 5 s": the plain length is somebody else's.
        var isElsewhere = clause.Has(Sense.Head, Sense.Tail, Sense.Stretch) || clause.Has(Sense.Create, Sense.Slideshow);
        foreach (var index in clause.Open.Where(index => index >= from && index < to).ToList())
        {
            var term = clause.Terms[index];
            WhenShown? read = term.Sense switch
            {
                Sense.End when when.Start == TimeSpan.Zero && clause.SenseAt(index - 1) == Sense.To => WhenShown.Unsaid with { Whole = true },
                Sense.End when when.Start is not null && clause.SenseAt(index - 1) == Sense.To => when with { AtEnd = true },
                Sense.Stretch => when with { Start = term.Time, End = term.Until },
                Sense.Head => when with { Start = TimeSpan.Zero, End = term.Time },
                Sense.Tail when term.Value == ContentCompany.Without => when with { BeforeEnd = term.Time },
                Sense.Tail => when with { AtEnd = true, Length = term.Time },
                Sense.Moment when clause.SenseAt(index - 1) == Sense.To => when with { End = term.Time },
                Sense.Moment => when with { Start = term.Time },
                Sense.Length when clause.SenseAt(index - 1) is Sense.At or Sense.From or Sense.After => when with { Start = term.Time },
                Sense.Length when clause.SenseAt(index - 1) == Sense.To && when.Start is null => when with { End = term.Time },
                Sense.Length when !isElsewhere || index > clause.IndexOfAny(Sense.Quote) => when with { Length = term.Time },
                Sense.End => when with { AtEnd = true },
                Sense.Start => when with { Start = TimeSpan.Zero },
                Sense.Whole => when with { Whole = true },
                Sense.ShotPlace => when with { Over = wishes.Place(term) },
                Sense.Last when IsBarePlace(clause, index) => when with { Over = wishes.Nth(-1) },
                Sense.Ordinal when IsBarePlace(clause, index) => when with { Over = wishes.Nth((int)term.Number) },
                Sense.Other when IsBarePlace(clause, index) && wishes.OtherShot() is { } other => when with { Over = other },
                Sense.Media when wishes.IsPicture(term) => when with { Over = ShotReference.Of(term.Value) },
                _ => null,
            };
            if (read is not null)
            {
                clause.TakeAt(index);
                when = read;
            }
        }

        return when;
    }

    /// <summary>"... and 'Bye' on the last": the shot is left unsaid.</summary>
    private static bool IsBarePlace(Clause clause, int index) => clause.IndexOfAny(Sense.Quote) < index && !clause.Terms.Any(term => term.Sense is Sense.Head or Sense.Tail or Sense.Stretch or Sense.Length or Sense.Moment);
}
