using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Clauses that amend the wish before them, or ask for what no editor can do.</summary>
internal static class ClauseAsides
{
    /// <summary>"remove the bin from the front photo": what is named stands in the picture, and the picture stays.</summary>
    public static bool TakesOutOfThePicture(Clause clause, Wishes wishes)
    {
        var (remove, from) = (clause.IndexOf(Sense.Remove), clause.IndexOf(Sense.From));
        return remove >= 0 && from > remove + 1 && Enumerable.Range(remove + 1, from - remove - 1).All(index => clause.SenseAt(index) is Sense.Word or Sense.It or Sense.And or Sense.Remove)
            && Enumerable.Range(remove + 1, from - remove - 1).Any(index => clause.SenseAt(index) == Sense.Word)
            && clause.Terms.Skip(from + 1).Any(term => term.Sense is Sense.ShotPlace or Sense.Still || wishes.IsPicture(term))
            && !clause.Has(Sense.Head, Sense.Tail, Sense.Stretch, Sense.Length, Sense.Moment, Sense.Quote);
    }

    /// <summary>"could you generate a film of a potter in Athens": beside pictures that are there, one that nobody has taken.</summary>
    public static bool Invents(Clause clause, Wishes wishes) => wishes.HasTimeline && !clause.Has(Sense.Title, Sense.Quote, Sense.Music, Sense.Caption, Sense.Voiceover, Sense.Canvas, Sense.Transition)
        && clause.OpenOf(Sense.Create).Any(row => row.Term.Text.StartsWith("generat", StringComparison.OrdinalIgnoreCase) || row.Term.Text.StartsWith("生成", StringComparison.Ordinal)) && clause.OpenOf(Sense.Word).Count >= 2;

    /// <summary>"logo bottom right, but not over the cups"</summary>
    public static bool SparesShots(Clause clause, Wishes wishes)
    {
        if (wishes.Last is not Overlay overlay || !clause.Has(Sense.Not, Sense.Without) || !clause.Has(Sense.Media, Sense.ShotPlace) || clause.Terms.Any(term => term.Sense.IsAction()))
        {
            return false;
        }

        wishes.ReplaceLast(overlay with { Except = wishes.TakeShots(clause) });
        clause.TakeEverything();
        return true;
    }

    /// <summary>"start it at 12 seconds. keep the total the same": another part of the clip, as long as it was.</summary>
    public static bool KeepsLength(Clause clause, Wishes wishes)
    {
        if (wishes.Last is not CutStretch { Keep: false } cut || !clause.Has(Sense.Keep) || !clause.Terms.All(term => term.Sense is Sense.Keep or Sense.Word or Sense.Mark or Sense.Video or Sense.Whole or Sense.Even or Sense.It or Sense.But or Sense.And))
        {
            return false;
        }

        clause.TakeEverything();
        wishes.ReplaceLast(cut with { KeepsLength = true });
        return true;
    }
}
