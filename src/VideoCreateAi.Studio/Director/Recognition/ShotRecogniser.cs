using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Which shots there are and in which order.</summary>
internal static class ShotRecogniser
{
    // First row that understands the clause wins.
    private static readonly Func<Clause, Wishes, bool>[] s_rows =
        [Swap, Reverse, Replace, Hold, Split, Repeat, Restore, Remove, Sequence, StartOrEnd, KeepOnly, Move, Insert];

    public static void Read(Clause clause, Wishes wishes)
    {
        foreach (var row in s_rows)
        {
            if (row(clause, wishes))
            {
                return;
            }
        }
    }

    private static bool Swap(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Swap))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        if (shots is [{ Count: 2, First: var first and not 0 }])
        {
            shots = first > 0 ? [ShotReference.Nth(first), ShotReference.Nth(first + 1)] : [ShotReference.Nth(-2), ShotReference.Nth(-1)];
        }

        shots = shots.Count == 0 ? [ShotReference.Nth(1), ShotReference.Nth(2)] : shots;
        if (shots.Count >= 2)
        {
            clause.TakeAll(Sense.Swap);
            wishes.Add(new SwapShots(shots[0], shots[1]));
        }

        return true;
    }

    private static bool Reverse(Clause clause, Wishes wishes)
    {
        if (clause.Take(Sense.ReverseOrder) is null)
        {
            return false;
        }

        wishes.TakeShots(clause);
        wishes.Add(new ReverseShotOrder());
        return true;
    }

    private static bool Replace(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Replace, Sense.Instead) || clause.OpenOf(Sense.Media).Count == 0)
        {
            return false;
        }

        var insteadOf = clause.IndexOf(Sense.Instead);
        var shots = wishes.TakeShots(clause);
        if (shots.Count < 2)
        {
            return false;
        }

        clause.TakeAll(Sense.Replace, Sense.Instead);
        var turned = insteadOf >= 0 && shots[0].MediaId is not null && shots[1].MediaId is not null;
        var old = turned ? shots[1] : shots[0].MediaId is null ? shots[0] : shots[1].MediaId is null ? shots[1] : shots[0];
        var fresh = ReferenceEquals(old, shots[0]) ? shots[1] : shots[0];
        wishes.Add(new ReplaceMedia(old, fresh.MediaId!));
        return true;
    }

    private static bool Hold(Clause clause, Wishes wishes)
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
        return true;
    }

    private static bool Split(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Split))
        {
            return false;
        }

        clause.TakeAll(Sense.Split, Sense.Half);
        var shots = wishes.TakeShots(clause);
        wishes.Add(new SplitShot(clause.Take(Sense.Moment, Sense.Length)?.Time, shots.Count > 0 ? shots[0] : null));
        return true;
    }

    private static bool Repeat(Clause clause, Wishes wishes)
    {
        var times = clause.Peek(Sense.Times);
        if (!clause.Has(Sense.Loop, Sense.Duplicate) && (times is null || clause.Has(Sense.Slower, Sense.Faster)))
        {
            return false;
        }

        var plays = times?.Number ?? clause.Peek(Sense.Twice)?.Number ?? 2;
        clause.TakeAll(Sense.Loop, Sense.Duplicate, Sense.Times, Sense.Twice, Sense.Add, Sense.Join, Sense.Make);
        var shots = wishes.TakeShots(clause);
        wishes.Add(new RepeatShots(shots.Count > 0 ? shots[0] : ShotReference.All, (int)Math.Round(plays)));
        return true;
    }

    private static bool Restore(Clause clause, Wishes wishes)
    {
        var back = clause.Has(Sense.Restore) || (clause.Has(Sense.Put, Sense.Add) && clause.Has(Sense.End)
            && clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase)));
        if (!back || clause.OpenOf(Sense.Media).FirstOrDefault(row => wishes.IsPicture(row.Term)).Term is not { } media)
        {
            return false;
        }

        clause.TakeAll(Sense.Restore, Sense.Put, Sense.Add, Sense.End, Sense.Media);
        wishes.Add(new RestoreMedia(media.Value));
        return true;
    }

    private static bool Remove(Clause clause, Wishes wishes)
    {
        var leavesOut = clause.Has(Sense.Not) && clause.Has(Sense.Add);
        if ((!clause.Does(Sense.Remove, Sense.Without) && !leavesOut) || clause.Has(Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        if (shots.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Remove, Sense.Not, Sense.Add, Sense.Without);
        var others = clause.Take(Sense.But, Sense.Other) is not null;
        wishes.Add(new RemoveShots([.. shots.Where(shot => !shot.IsAll || shots.Count == 1)], others));
        return true;
    }

    private static bool Sequence(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        if (media.Count < 2 || clause.Has(Sense.Cut, Sense.Between, Sense.Remove) || (clause.Has(Sense.Before, Sense.After) && media.Count == 2))
        {
            return false;
        }

        var order = new List<(double Place, string Id, TimeSpan? Length)>();
        for (var index = 0; index < media.Count; index++)
        {
            var end = index + 1 < media.Count ? media[index + 1].Index : int.MaxValue;
            var following = clause.Open.Where(open => open > media[index].Index && open < end).ToList();
            var placeAt = following.FindIndex(open => clause.Terms[open].Sense is Sense.Ordinal or Sense.Last or Sense.EndWith);
            var lengthAt = following.FindIndex(open => clause.Terms[open].Sense == Sense.Length);
            var place = placeAt < 0 ? index + 1 : clause.Terms[following[placeAt]] is { Sense: Sense.Ordinal } ordinal ? ordinal.Number : int.MaxValue;
            order.Add((place, media[index].Term.Value, lengthAt < 0 ? null : clause.TakeAt(following[lengthAt]).Time));
        }

        media.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Ordinal, Sense.Last, Sense.Sequence, Sense.Join, Sense.Put, Sense.Create, Sense.Make, Sense.Add, Sense.StartWith, Sense.EndWith, Sense.Then);
        var only = clause.Take(Sense.Keep) is not null;
        var arranged = order.OrderBy(row => row.Place).ToList();
        wishes.Add(new ArrangeShots([.. arranged.Select(row => ShotReference.Of(row.Id))], Others: wishes.HasTimeline && !only));
        foreach (var (_, id, length) in arranged.Where(row => row.Length is not null))
        {
            wishes.Add(new SetShotLength(ShotReference.Of(id), length));
        }

        wishes.LastShot = ShotReference.Of(arranged[^1].Id);
        wishes.Topic = Sense.Shot;
        return true;
    }

    private static bool StartOrEnd(Clause clause, Wishes wishes)
    {
        var starts = clause.Has(Sense.StartWith);
        if (!starts && !clause.Has(Sense.EndWith))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        if (shots.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.StartWith, Sense.EndWith);
        wishes.Add(new MoveShots(shots[0], starts ? Destination.Start : Destination.End));
        wishes.LastShot = shots[0];
        return true;
    }

    private static bool KeepOnly(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Keep) || clause.Has(Sense.Stretch, Sense.Head, Sense.Tail, Sense.Length))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        if (shots.Count == 0 || shots.Any(shot => shot.IsAll))
        {
            return false;
        }

        clause.TakeAll(Sense.Keep);
        wishes.Add(new RemoveShots(shots, AllOthers: true));
        return true;
    }

    private static bool Move(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).Select(row => row.Index)
            .Concat(clause.OpenOf(Sense.ShotPlace).Select(row => row.Index)).Order().ToList();
        if (media.Count == 0)
        {
            return false;
        }

        var subject = clause.Terms[media[0]];
        var shot = subject.Sense == Sense.Media ? ShotReference.Of(subject.Value) : Wishes.Place(subject);
        var isShown = subject.Sense == Sense.ShotPlace || !wishes.HasTimeline || shot.Resolve(wishes.Input.Current!).Count > 0;
        var follows = clause.Terms.All(term => term.Sense is Sense.Then or Sense.And or Sense.Media or Sense.Mark or Sense.Next) && wishes.LastShot is not null;
        var moves = clause.Has(Sense.Put, Sense.Make, Sense.Sequence) || follows
            || !clause.Terms.Any(term => term.Sense.IsAction());
        if (!isShown || !moves || clause.Has(Sense.Length))
        {
            return false;
        }

        var to = follows ? new Destination(0, After: wishes.LastShot) : Place(clause, wishes, media);
        if (to is null)
        {
            return false;
        }

        clause.TakeAt(media[0]);
        clause.TakeAll(Sense.Put, Sense.Make, Sense.Sequence, Sense.Then);
        wishes.Add(new MoveShots(shot, to));
        wishes.LastShot = shot;
        return true;
    }

    private static bool Insert(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        if (!clause.Has(Sense.Add, Sense.Put, Sense.Join))
        {
            return false;
        }

        if (media.Count == 0)
        {
            return AddTheRest(clause, wishes);
        }

        var onTimeline = wishes.HasTimeline && ShotReference.Of(media[0].Term.Value).Resolve(wishes.Input.Current!).Count > 0;
        var to = Place(clause, wishes, [.. media.Select(row => row.Index)]);
        if (clause.Has(Sense.Cut) || (onTimeline && to is null) || (!wishes.HasTimeline && to is null))
        {
            return false;
        }

        clause.TakeAt(media[0].Index);
        var length = clause.Take(Sense.Length)?.Time;
        clause.TakeAll(Sense.Add, Sense.Put);
        wishes.Add(new InsertMedia([media[0].Term.Value], to ?? Destination.End, length));
        wishes.LastShot = ShotReference.Of(media[0].Term.Value);
        return true;
    }

    /// <summary>"add the new photos"</summary>
    private static bool AddTheRest(Clause clause, Wishes wishes)
    {
        if (!wishes.HasTimeline || !clause.Has(Sense.Still, Sense.Clip) || clause.Has(Sense.ShotPlace, Sense.Each, Sense.Length))
        {
            return false;
        }

        var unused = wishes.Input.Assets.Where(ShotBuilder.IsShowable)
            .Where(asset => ShotReference.Of(asset.Id).Resolve(wishes.Input.Current!).Count == 0).Select(asset => asset.Id).ToList();
        if (unused.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Add, Sense.Still, Sense.Clip);
        wishes.Add(new InsertMedia(unused, clause.Take(Sense.Start) is null ? Destination.End : Destination.Start, null));
        return true;
    }

    /// <summary>Where something goes: first, last, before or after or between others.</summary>
    private static Destination? Place(Clause clause, Wishes wishes, List<int> places)
    {
        if (clause.Take(Sense.Between) is not null)
        {
            return places.Count > 1
                ? new Destination(0, After: ReferenceAt(clause, clause.TakeAt(places[1])))
                : new Destination(2);
        }

        var relation = clause.Peek(Sense.Before, Sense.After);
        if (relation is not null)
        {
            var at = clause.IndexOf(relation.Sense);
            var anchorAt = places.Where(place => place > at).Select(place => (int?)place).FirstOrDefault();
            var anchor = anchorAt is { } index ? ReferenceAt(clause, clause.TakeAt(index)) : BareAnchor(clause) ?? wishes.LastShot;
            clause.TakeAt(at);
            return anchor is null ? null : relation.Sense == Sense.Before ? new Destination(0, Before: anchor) : new Destination(0, After: anchor);
        }

        if (clause.Take(Sense.Start) is not null)
        {
            return Destination.Start;
        }

        if (clause.Take(Sense.End, Sense.Last) is not null)
        {
            return Destination.End;
        }

        if (clause.Take(Sense.Middle) is not null || (clause.Peek(Sense.Position) is { Value: "center" } && clause.Take(Sense.Position) is not null))
        {
            return new Destination(Math.Max(1, (wishes.Input.Current is { } current ? Timeline.ShotLayout.Shots(current).Count : 2) / 2) + 1);
        }

        return clause.Take(Sense.Ordinal) is { } ordinal ? new Destination((int)ordinal.Number) : null;
    }

    private static ShotReference? BareAnchor(Clause clause) => clause.Take(Sense.Ordinal, Sense.Last) is { } term
        ? ShotReference.Nth(term.Sense == Sense.Last ? -1 : (int)term.Number)
        : null;

    private static ShotReference ReferenceAt(Clause clause, Term term) =>
        term.Sense == Sense.Media ? ShotReference.Of(term.Value) : Wishes.Place(term);
}
