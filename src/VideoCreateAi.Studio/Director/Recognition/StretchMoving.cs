using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Stretches of the programme that go elsewhere or are played once more.</summary>
internal static class StretchMoving
{
    /// <summary>The first ten seconds come last; 20 to 24 s are played twice.</summary>
    public static bool Moved(Clause clause, Wishes wishes)
    {
        var again = clause.Has(Sense.Duplicate, Sense.Loop);
        if ((!again && !clause.Has(Sense.Put, Sense.Add)) || clause.Has(Sense.Remove, Sense.Title, Sense.Quote, Sense.Music, Sense.Caption, Sense.Logo, Sense.Sound, Sense.Hold, Sense.Voiceover, Sense.Volume)
            || clause.Terms.Any(term => term.Sense == Sense.Media) || StretchRecogniser.Rows(clause, edges: false) is not [var row])
        {
            return false;
        }

        var edge = clause.Open.Where(index => index != row.Index && (clause.Terms[index].Sense is Sense.Start or Sense.End
            || (index > row.Index && clause.Terms[index] is { Sense: Sense.Last } or { Sense: Sense.Ordinal, Number: 1 }))).Select(index => (int?)index).FirstOrDefault();
        if ((edge is null && (!again || clause.Has(Sense.Add))) || (clause.Has(Sense.Cut) && !clause.Has(Sense.Put)))
        {
            return false;
        }

        Destination? to = edge is not { } at ? null : clause.TakeAt(at).Sense is Sense.Start or Sense.Ordinal ? Destination.Start : Destination.End;
        clause.TakeAt(row.Index);
        clause.TakeAll(Sense.Put, Sense.Add, Sense.Keep, Sense.Cut, Sense.Duplicate, Sense.Loop, Sense.Times, Sense.Twice, Sense.It, Sense.Shot, Sense.At, Sense.To);
        wishes.Add(new MoveStretch(row.Stretch, to, again));
        wishes.Topic = Sense.Video;
        return true;
    }

    /// <summary>"cut out 10 to 14 s and put it at the end", "20 to 24 s, play that twice"</summary>
    public static bool MovedAfter(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Media, Sense.ShotPlace, Sense.Title, Sense.Quote, Sense.Music, Sense.Length, Sense.Moment, Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return false;
        }

        if (wishes.Stretches is [var spokenOf] && clause.Has(Sense.Duplicate, Sense.Loop, Sense.Twice))
        {
            clause.TakeAll(Sense.Duplicate, Sense.Loop, Sense.Twice, Sense.Times, Sense.It, Sense.Add, Sense.Number);
            wishes.Add(new MoveStretch(spokenOf, null, Stays: true));
            wishes.Stretches = [];
            return true;
        }

        if (!clause.Has(Sense.Put) || !clause.Has(Sense.It) || clause.Peek(Sense.Start, Sense.End) is not { } edge || wishes.Last is not CutStretch { Keep: false, Shots: null, Stretches: [var cut] })
        {
            return false;
        }

        clause.TakeAll(Sense.Put, Sense.It, Sense.Start, Sense.End, Sense.At);
        wishes.ReplaceLast(new MoveStretch(cut, edge.Sense == Sense.Start ? Destination.Start : Destination.End, Stays: false));
        return true;
    }
}
