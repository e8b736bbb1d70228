using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A shot is held or cut in two.</summary>
internal static class ShotDividing
{
    public static bool Hold(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Hold))
        {
            return false;
        }

        var length = clause.Open.Where(index => clause.Terms[index].Sense == Sense.Length && clause.SenseAt(index - 1) != Sense.At).ToList();
        var time = length.Count > 0 ? clause.TakeAt(length[^1]).Time : TimeSpan.FromSeconds(2);
        var moment = clause.Take(Sense.Moment, Sense.Length)?.Time;
        var media = clause.Take(Sense.Media);
        var atStart = clause.Peek(Sense.Ordinal) is { Number: 1 } || clause.Has(Sense.Start);
        clause.TakeAll(Sense.Hold, Sense.Last, Sense.Ordinal, Sense.Start, Sense.End, Sense.Head, Sense.Tail);
        var shot = media is not null ? ShotReference.Of(media.Value) : atStart ? ShotReference.Nth(1) : ShotReference.Nth(-1);
        wishes.Add(new HoldFrame(shot, atStart, moment, time));
        wishes.LastShot = media is null && moment is null ? shot : null;
        return true;
    }

    public static bool Split(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Split))
        {
            return false;
        }

        clause.TakeAll(Sense.Split, Sense.Half);
        var shots = wishes.TakeShots(clause);
        var shot = shots.Count > 0 ? shots[0] : null;
        var moments = clause.TakeAll(Sense.Moment, Sense.Length).Select(term => (TimeSpan?)term.Time).DefaultIfEmpty().OrderDescending();

        // From behind: what is cut in two in front moves no moment.
        foreach (var moment in moments)
        {
            wishes.Add(new SplitShot(moment, shot));
        }

        return true;
    }
}
