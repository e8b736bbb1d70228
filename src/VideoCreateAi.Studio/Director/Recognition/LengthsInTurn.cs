using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"a, b and c last 2, 4 and 3 seconds": as many lengths as there are shots, one for each in turn.</summary>
internal static class LengthsInTurn
{
    public static void Read(Clause clause, Wishes wishes)
    {
        var last = clause.Open.LastOrDefault(index => clause.Terms[index].Sense == Sense.Length, -1);
        if (last < 2 || clause.Has(Sense.Cut, Sense.Split, Sense.Title, Sense.Music, Sense.Transition, Sense.TransitionKind, Sense.Remove, Sense.Quote))
        {
            return;
        }

        var lengths = new List<(int Index, TimeSpan Length)> { (last, clause.Terms[last].Time) };
        var at = last - 1;
        while (at > 0 && clause.SenseAt(at) is Sense.And or Sense.Mark or Sense.Then)
        {
            while (at > 0 && clause.SenseAt(at) is Sense.And or Sense.Mark or Sense.Then)
            {
                at--;
            }

            if (clause.Terms[at] is { Sense: Sense.ShotPlace, Number: -1, Second: > 1, Text: "last" or "lasts" } first)
            {
                // "should last 2, 3 and 4 seconds" speaks of no two shots.
                lengths.Insert(0, (at, TimeSpan.FromSeconds(first.Second)));
                break;
            }

            if (clause.Terms[at] is not ({ Sense: Sense.Length } or { Sense: Sense.Number, Number: > 0 and <= 600 }))
            {
                break;
            }

            lengths.Insert(0, (at, clause.Terms[at] is { Sense: Sense.Length } full ? full.Time : TimeSpan.FromSeconds(clause.Terms[at].Number)));
            at--;
        }

        var named = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).Select(row => ShotReference.Of(row.Term.Value)).ToList();
        var count = named.Count > 0 ? named.Count : (wishes.Input.Current ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, [])).Shots().Count;
        // Lengths that stand between their files belong each to its own.
        if (lengths.Count < 2 || lengths.Count != count || (named.Count > 0 && clause.OpenOf(Sense.Media).Any(row => row.Index > lengths[0].Index && row.Index < last)))
        {
            return;
        }

        lengths.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Media, Sense.For, Sense.Last, Sense.Sequence, Sense.Still, Sense.Clip, Sense.Shot, Sense.Make, Sense.Each);
        for (var index = 0; index < lengths.Count; index++)
        {
            wishes.Add(new SetShotLength(named.Count > 0 ? named[index] : ShotReference.Nth(index + 1), lengths[index].Length));
        }

        wishes.Topic = Sense.Shot;
    }
}
