using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The row as a whole: swapped, turned round, or told from first to last.</summary>
internal static class ShotOrdering
{
    public static bool Swap(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Swap))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        if (shots is [{ Count: 2, First: var first and not 0 }])
        {
            shots = first > 0 ? [wishes.Nth(first), wishes.Nth(first + 1)] : [wishes.Nth(-2), wishes.Nth(-1)];
        }

        if (shots.Count == 0 && clause.TakeAll(Sense.Number) is [var one, var other])
        {
            shots = [wishes.Nth((int)one.Number), wishes.Nth((int)other.Number)];
        }

        if (shots.Count == 0 && wishes.Input.Current is { IsEmpty: false } several && several.Shots().Count > 2 && clause.Open.Any(index => clause.Terms[index].Sense == Sense.Word))
        {
            clause.TakeEverything();
            wishes.Note("I could not tell which two shots are meant. Say their file names or their places, for example \"swap shots 2 and 3\".");
            return true;
        }

        shots = shots.Count == 0 ? [ShotReference.Nth(1), ShotReference.Nth(2)] : shots;
        if (shots.Count >= 2)
        {
            clause.TakeAll(Sense.Swap);
            if (wishes.Input.Current is { IsEmpty: false } now && shots.FirstOrDefault(shot => shot.MediaId is not null && shot.Resolve(now).Count == 0) is { } fresh)
            {
                // "swap the old intro for new_intro.mp4"
                wishes.Add(new ReplaceMedia(ReferenceEquals(fresh, shots[0]) ? shots[1] : shots[0], fresh.MediaId!));
                return true;
            }

            wishes.Add(new SwapShots(shots[0], shots[1]));
        }

        return true;
    }

    public static bool Reverse(Clause clause, Wishes wishes)
    {
        if (clause.Take(Sense.ReverseOrder) is null)
        {
            return false;
        }

        wishes.TakeShots(clause);
        wishes.Add(new ReverseShotOrder());
        return true;
    }

    public static bool Sequence(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Other) && clause.Has(Sense.Then, Sense.After, Sense.End, Sense.Last, Sense.Keep) && !clause.Has(Sense.Media, Sense.Length, Sense.Remove) && wishes.KeepOthers())
        {
            // "first c, then a. The others afterwards."
            clause.TakeEverything();
            return true;
        }

        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        if (media is [var sole] && !wishes.HasTimeline && wishes.Operations.Count == 0 && clause.Has(Sense.Add)
            && wishes.Contents.Count(content => content.Sense == Sense.Media && wishes.Input.Assets.Any(asset => asset.Id == content.Text && asset.Kind != AssetKind.Audio)) == 1
            && clause.Terms.All(term => term.Sense is Sense.Media or Sense.Add or Sense.Word or Sense.Mark or Sense.All or Sense.Whole or Sense.Video or Sense.It or Sense.Clip))
        {
            // "use hike.mp4": and none of the others.
            clause.TakeAll(Sense.Media, Sense.Add, Sense.All, Sense.Whole, Sense.Video, Sense.It, Sense.Clip);
            wishes.Add(new ArrangeShots([ShotReference.Of(sole.Term.Value)], Others: false));
            wishes.LastShot = ShotReference.Of(sole.Term.Value);
            return true;
        }

        if (media.Count < 2 || clause.Has(Sense.Cut, Sense.Between, Sense.Remove) || (clause.Has(Sense.Before, Sense.After) && media.Count == 2 && !FollowsIt(clause)))
        {
            return false;
        }

        if (clause.Has(Sense.Before, Sense.After) && clause.Has(Sense.Add, Sense.Put) && wishes.Input.Current is { IsEmpty: false } now && media.Any(row => ShotReference.Of(row.Term.Value).Resolve(now).Count == 0))
        {
            // "we need c after a, before b": what is not shown yet is put in.
            return false;
        }

        if (clause.Has(Sense.Stretch, Sense.Head, Sense.Tail) || (clause.Has(Sense.Moment) && clause.Has(Sense.Put, Sense.Add)))
        {
            return false;
        }

        // "lamp 2 s, sofa 4" gives lengths, and no order where one stands there already.
        var hasLengths = clause.Has(Sense.Length);
        if (hasLengths && (wishes.HasTimeline || media.Count < wishes.Input.Assets.Count(ShotBuilder.IsShowable)) && !clause.Has(Sense.Sequence, Sense.Then, Sense.StartWith, Sense.EndWith, Sense.Join, Sense.Ordinal, Sense.Put, Sense.Next, Sense.Keep, Sense.Add, Sense.Create))
        {
            return false;
        }

        if (wishes.HasTimeline && Edges(clause, media) is { } moves)
        {
            foreach (var (id, edge) in moves)
            {
                wishes.Add(new MoveShots(ShotReference.Of(id), edge));
            }

            clause.TakeAll(Sense.Media, Sense.Start, Sense.End, Sense.To, Sense.Put, Sense.Make, Sense.Sequence);
            return true;
        }

        var order = new List<(double Place, string Id, TimeSpan? Length)>();
        for (var index = 0; index < media.Count; index++)
        {
            var end = index + 1 < media.Count ? media[index + 1].Index : int.MaxValue;
            var following = clause.Open.Where(open => open > media[index].Index && open < end).ToList();
            var placeAt = following.FindIndex(open => clause.Terms[open].Sense is Sense.Ordinal or Sense.Last or Sense.EndWith);
            var lengthAt = following.FindIndex(open => clause.Terms[open].Sense == Sense.Length || (hasLengths && clause.Terms[open] is { Sense: Sense.Number, Number: > 0 and <= 600 }));
            var place = placeAt < 0 ? index + 1 : clause.Terms[following[placeAt]] is { Sense: Sense.Ordinal } ordinal ? ordinal.Number : int.MaxValue;
            var lasts = lengthAt < 0 ? (TimeSpan?)null : LengthAt(clause, following[lengthAt]);
            if (lasts is not null && order.Count > 0 && order[^1] is { Length: null } same && same.Id == media[index].Term.Value)
            {
                // 剪纸后面接窗花，窗花5秒: named again for its length.
                order[^1] = same with { Length = lasts };
                continue;
            }

            order.Add((place, media[index].Term.Value, lasts));
        }

        var before = clause.Open.Where(open => open < media[0].Index && clause.Terms[open].Sense == Sense.Length).ToList();
        if (clause.Has(Sense.Each) && before is [var early] && order.TrueForAll(row => row.Length is null))
        {
            order[0] = (order[0].Place, order[0].Id, clause.TakeAt(early).Time);
        }

        media.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Ordinal, Sense.Last, Sense.Sequence, Sense.Join, Sense.Put, Sense.Create, Sense.Make, Sense.Add, Sense.StartWith, Sense.EndWith, Sense.Then);
        var only = clause.Take(Sense.Keep) is not null;
        var arranged = order.OrderBy(row => row.Place).ToList();
        wishes.Add(new ArrangeShots([.. arranged.Select(row => ShotReference.Of(row.Id))], Others: wishes.HasTimeline && !only));
        if (clause.Has(Sense.Each) && order.Where(row => row.Length is not null).ToList() is [var said])
        {
            // "a, b and c, 3 seconds each"
            arranged = [.. arranged.Select(row => (row.Place, row.Id, said.Length))];
            clause.TakeAll(Sense.Each);
        }

        foreach (var (_, id, length) in arranged.Where(row => row.Length is not null))
        {
            wishes.Add(new SetShotLength(ShotReference.Of(id), length));
        }

        wishes.LastShot = ShotReference.Of(arranged[^1].Id);
        wishes.Topic = Sense.Shot;
        return true;
    }

    /// <summary>"a goes to the front and b to the back": each has an edge behind it.</summary>
    private static List<(string Id, Destination Edge)>? Edges(Clause clause, List<(int Index, Term Term)> media)
    {
        var moves = new List<(string, Destination)>();
        for (var index = 0; index < media.Count; index++)
        {
            var end = index + 1 < media.Count ? media[index + 1].Index : int.MaxValue;
            var edge = clause.Open.Where(open => open > media[index].Index && open < end && clause.Terms[open].Sense is Sense.Start or Sense.End).Select(open => clause.Terms[open]).FirstOrDefault();
            if (edge is null)
            {
                return null;
            }

            moves.Add((media[index].Term.Value, edge.Sense == Sense.Start ? Destination.Start : Destination.End));
        }

        return moves;
    }

    private static TimeSpan LengthAt(Clause clause, int index) => clause.TakeAt(index) is { Sense: Sense.Length } length ? length.Time : TimeSpan.FromSeconds(clause.Terms[index].Number);

    /// <summary>"the clip first, team.jpg after it"</summary>
    private static bool FollowsIt(Clause clause) => clause.IndexOf(Sense.After) is >= 0 and var after && clause.SenseAt(after + 1) == Sense.It;

    public static bool StartOrEnd(Clause clause, Wishes wishes)
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
        var isNew = shots[0].MediaId is not null && wishes.Input.Current is { IsEmpty: false } now && shots[0].Resolve(now).Count == 0;
        wishes.Add(isNew ? new InsertMedia([shots[0].MediaId!], starts ? Destination.Start : Destination.End, null) : new MoveShots(shots[0], starts ? Destination.Start : Destination.End));
        wishes.LastShot = shots[0];
        wishes.Topic = Sense.Shot;
        return true;
    }
}
