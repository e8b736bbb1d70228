using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"max 45 seconds", "needs to be under a minute", 控制在一分钟以内: how long the whole may be, and which shot gives way.</summary>
internal static class LengthLimits
{
    /// <summary>The value of a word for the most that is allowed.</summary>
    public const string Limit = "limit";

    private const double LeastBare = 5;

    public static bool Read(Clause clause, Wishes wishes)
    {
        var word = clause.OpenOf(Sense.Word).FirstOrDefault(row => row.Term.Value == Limit);
        if (word.Term is null || clause.Has(Sense.Media, Sense.ShotPlace, Sense.Title, Sense.Quote, Sense.Still, Sense.Each, Sense.Music, Sense.Transition, Sense.Logo, Sense.Percent))
        {
            return false;
        }

        var near = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Length or Sense.Moment || clause.Terms[index] is { Sense: Sense.Number, Number: >= LeastBare })
            .OrderBy(index => Math.Abs(index - word.Index)).Select(index => (int?)index).FirstOrDefault();
        if (near is not { } at || Math.Abs(at - word.Index) > 2)
        {
            return false;
        }

        var most = clause.TakeAt(at) is { Sense: Sense.Number } bare ? TimeSpan.FromSeconds(bare.Number) : clause.Terms[at].Time;
        clause.TakeAt(word.Index);
        clause.TakeAll(Sense.Make, Sense.It, Sense.Video, Sense.Whole, Sense.All, Sense.Shorten, Sense.Cut, Sense.To, Sense.Keep, Sense.For);
        wishes.Add(new LimitTotal(most, null));
        return true;
    }

    /// <summary>"make the microscope part shorter": beside a limit, so much that the whole keeps to it.</summary>
    public static bool GivesWay(Clause clause, Wishes wishes)
    {
        var at = wishes.Operations.ToList().FindLastIndex(operation => operation is LimitTotal);
        if (at < 0 || !clause.Has(Sense.Shorten, Sense.Cut, Sense.Less, Sense.Make) || clause.Has(Sense.Length, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Percent, Sense.Factor, Sense.Faster)
            || clause.OpenOf(Sense.Media).FirstOrDefault(row => wishes.IsPicture(row.Term)).Term is not { } shot)
        {
            return false;
        }

        clause.TakeAll(Sense.Media, Sense.Shorten, Sense.Cut, Sense.Less, Sense.Make, Sense.Shot, Sense.Not, Sense.Still, Sense.Clip);
        wishes.Amend(at, ((LimitTotal)wishes.Operations[at]) with { Shots = ShotReference.Of(shot.Value) });
        return true;
    }
}
