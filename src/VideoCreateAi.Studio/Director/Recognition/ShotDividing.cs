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
        var intoParts = clause.Has(Sense.Cut) && clause.OpenOf(Sense.Number) is [var (count, _)] && (clause.SenseAt(count + 1) == Sense.Shot || (clause.SenseAt(count + 1) == Sense.Even && clause.SenseAt(count + 2) == Sense.Shot)) && clause.Has(Sense.To, Sense.Even) && !clause.Has(Sense.Moment, Sense.Remove);
        intoParts = intoParts || (clause.Has(Sense.Cut) && clause.Has(Sense.Shot) && Parts(clause).Count > 1);
        if ((!clause.Has(Sense.Split) && !intoParts) || clause.Has(Sense.Canvas) || (!wishes.HasPictures && !wishes.HasTimeline))
        {
            return false;
        }

        if (Parts(clause) is { Count: > 1 } ranges)
        {
            // "three parts: 0-10, 20-30 and 40-50": what lies between them is not wanted.
            ranges.ForEach(index => clause.TakeAt(index));
            clause.TakeAll(Sense.Split, Sense.Half, Sense.Cut, Sense.Number, Sense.Shot, Sense.It, Sense.To, Sense.Video, Sense.Clip, Sense.Keep);
            var of = wishes.TakeShots(clause);
            wishes.Add(new CutStretch([.. ranges.Select(index => StretchOf.Between(clause.Terms[index].Time, clause.Terms[index].Until))], of.Count > 0 && !of[0].IsAll ? of[0] : null, true));
            wishes.Topic = Sense.Video;
            return true;
        }

        clause.TakeAll(Sense.Split, Sense.Half, Sense.Cut);
        var shots = wishes.TakeShots(clause);
        var shot = shots.Count > 0 ? shots[0] : null;
        if (clause.OpenOf(Sense.Number) is [var (at, parts)] && parts.Number is >= 2 and <= 100 && parts.Number % 1 == 0 && clause.SenseAt(at - 1) != Sense.At && !clause.Has(Sense.Moment) && (intoParts || !clause.Has(Sense.Length)))
        {
            // "split it into four equal parts"
            clause.TakeAt(at);
            clause.TakeAll(Sense.Shot, Sense.Even, Sense.To, Sense.Clip, Sense.It, Sense.Video);
            wishes.Add(new SplitEvenly((int)parts.Number, shot));
            return true;
        }

        if (clause.Has(Sense.At))
        {
            // "at 6, 14 and 20"
            foreach (var (index, number) in clause.OpenOf(Sense.Number).Where(row => clause.SenseAt(row.Index - 1) is Sense.At or Sense.And or Sense.Mark))
            {
                clause.TakeAt(index);
                wishes.Add(new SplitShot(TimeSpan.FromSeconds(number.Number), shot));
            }
        }

        if (wishes.Last is SplitShot && !clause.Has(Sense.Moment, Sense.Length))
        {
            return true;
        }

        var moments = clause.TakeAll(Sense.Moment, Sense.Length).Select(term => (TimeSpan?)term.Time).DefaultIfEmpty().OrderDescending();

        // From behind: what is cut in two in front moves no moment.
        foreach (var moment in moments)
        {
            wishes.Add(new SplitShot(moment, shot));
        }

        return true;
    }

    private static List<int> Parts(Clause clause) => clause.Has(Sense.Remove, Sense.Off, Sense.Without) ? [] : [.. clause.Open.Where(index => clause.Terms[index].Sense == Sense.Stretch)];
}
