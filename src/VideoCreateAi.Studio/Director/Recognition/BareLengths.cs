using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Lengths of which no shot is named: they are of what was just put in, or of the others.</summary>
internal static class BareLengths
{
    /// <summary>"put the cover in front, 2 seconds will do": what was just put in lasts so long.</summary>
    public static bool OfTheInserted(Clause clause, Wishes wishes)
    {
        if (wishes.Operations is not [.., InsertMedia { Length: null } inserted] || clause.OpenOf(Sense.Length) is not [_] || clause.Terms.Any(term =>
            term.Sense is not (Sense.Length or Sense.Mark or Sense.And or Sense.For or Sense.It or Sense.Add or Sense.Word or Sense.Each or Sense.Then or Sense.Still or Sense.Make or Sense.Keep or Sense.Put or Sense.To)
            || (term.Sense == Sense.It && term.Text.Equals("this", StringComparison.OrdinalIgnoreCase))))
        {
            return false;
        }

        wishes.ReplaceLast(inserted with { Length = clause.Take(Sense.Length)!.Time });
        clause.TakeEverything();
        return true;
    }

    /// <summary>A length, or behind "each" a number: "the other two just 2 each".</summary>
    public static TimeSpan? OfOthers(Clause clause)
    {
        if (clause.Take(Sense.Length) is { } length)
        {
            return length.Time;
        }

        var numbers = clause.OpenOf(Sense.Number).Where(row => clause.SenseAt(row.Index - 1) != Sense.Other).ToList();
        return numbers is [.., var (index, number)] && number.Number is > 0 and <= 120 && clause.Take(Sense.Each) is not null ? TimeSpan.FromSeconds(clause.TakeAt(index).Number) : null;
    }

    /// <summary>"5 seconds on the cover, the others just 2 each": after a length a number alone is one too.</summary>
    public static void Number(Clause clause, Wishes wishes)
    {
        var isTold = wishes.Operations.OfType<SetShotLength>().Any() || (wishes.Operations.OfType<SetTotal>().Any() && clause.Has(Sense.Media, Sense.ShotPlace));
        var spokenOf = clause.Has(Sense.It) && clause.Has(Sense.To, Sense.Make, Sense.For) && wishes.Topic == Sense.Shot ? wishes.LastShot : null;
        if (!isTold || (spokenOf is null && !clause.Has(Sense.Other, Sense.Each, Sense.Media, Sense.ShotPlace))
            || clause.OpenOf(Sense.Number) is not [var (_, number)] || number.Number is <= 0 or > 120 || clause.Has(Sense.Percent, Sense.Speed, Sense.Volume, Sense.Music))
        {
            return;
        }

        clause.TakeAll(Sense.Number, Sense.Each, Sense.Make);
        var length = TimeSpan.FromSeconds(number.Number);
        var shots = clause.TakeAll(Sense.Other).Count > 0 ? [] : wishes.TakeShots(clause);
        shots = shots.Count == 0 && spokenOf is not null ? [spokenOf] : shots;
        if (shots.Count == 0)
        {
            wishes.AddFirst(new SetShotLength(ShotReference.All, length));
        }

        foreach (var shot in shots)
        {
            wishes.Add(new SetShotLength(shot, length));
        }
    }
}
