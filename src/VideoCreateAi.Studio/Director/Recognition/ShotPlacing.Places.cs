using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Where something goes: before or behind which shot, at which time.</summary>
internal static partial class ShotPlacing
{
    private static bool IsShown(Term media, Wishes wishes) => wishes.HasTimeline && ShotReference.Of(media.Value).Resolve(wishes.Input.Current!).Count > 0;

    /// <summary>The shots that a place is told by; the others are what goes there.</summary>
    private static List<int> Anchors(Clause clause, List<int> places)
    {
        if (clause.IndexOf(Sense.Between) is >= 0 and var between && places.Count > 2)
        {
            var behind = places.Where(place => place > between).Take(2).ToList();
            return behind.Count == 2 ? behind : [];
        }

        if (places.Count > 1 && clause.IndexOf(Sense.Before, Sense.After) is >= 0 and var relation && places.Find(place => place > relation) is > 0 and var anchor)
        {
            return [anchor];
        }

        return [];
    }

    /// <summary>"one place earlier", 往前挪一位</summary>
    private static int? Steps(Clause clause)
    {
        if (clause.OpenOf(Sense.Put).Select(row => row.Term).FirstOrDefault(term => term.Value is "earlier" or "later") is not { } way || clause.Has(Sense.Before, Sense.After, Sense.Start, Sense.End, Sense.Length))
        {
            return null;
        }

        var count = Math.Max(1, (int)(clause.Peek(Sense.Number, Sense.Times)?.Number ?? 1));
        return way.Value == "earlier" ? -count : count;
    }

    /// <summary>"at 15 s": what plays there is cut and goes on behind it.</summary>
    private static Destination? AtMoment(Clause clause)
    {
        var at = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Moment or Sense.Length && clause.SenseAt(index - 1) is Sense.At or Sense.Put or Sense.Add
            && (clause.Terms[index].Sense == Sense.Moment || clause.SenseAt(index - 1) == Sense.At)).Select(index => (int?)index).FirstOrDefault();
        return at is { } moment ? Destination.At(clause.TakeAt(moment).Time) : null;
    }

    /// <summary>"add the new photos", "put these at the start": what has been uploaded and is shown nowhere yet.</summary>
    private static bool AddTheRest(Clause clause, Wishes wishes)
    {
        var named = clause.Has(Sense.Still, Sense.Clip) || (clause.Has(Sense.It) && !clause.Terms.Any(term => IsOtherThing(term.Sense)));
        if (!wishes.HasTimeline || !named || clause.Has(Sense.ShotPlace, Sense.Each, Sense.Length))
        {
            return false;
        }

        var unused = wishes.Input.Assets.Where(ShotBuilder.IsShowable)
            .Where(asset => ShotReference.Of(asset.Id).Resolve(wishes.Input.Current!).Count == 0).Select(asset => asset.Id).ToList();
        if (unused.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Add, Sense.Put, Sense.Still, Sense.Clip, Sense.It, Sense.End);
        wishes.Add(new InsertMedia(unused, clause.Take(Sense.Start) is null ? Destination.End : Destination.Start, null));
        return true;
    }

    // "add these as a title" is not about pictures.
    private static bool IsOtherThing(Sense sense) => sense.IsHead() && !sense.IsAction();

    /// <summary>Where something goes: first, last, before or after or between others.</summary>
    private static Destination? Place(Clause clause, Wishes wishes, List<int> anchors, List<int> places)
    {
        if (clause.Take(Sense.Between) is not null)
        {
            if (anchors is [var first, var second])
            {
                clause.TakeAt(second);
                return new Destination(0, After: wishes.Place(clause.TakeAt(first)));
            }

            return places.Count > 1
                ? new Destination(0, After: wishes.Place(clause.TakeAt(places[1])))
                : new Destination(2);
        }

        var relation = clause.Peek(Sense.Before, Sense.After);
        if (relation is not null)
        {
            var at = clause.IndexOf(relation.Sense);
            var anchorAt = places.Where(place => place > at).Select(place => (int?)place).FirstOrDefault();
            var anchor = anchorAt is { } index ? wishes.Place(clause.TakeAt(index)) : BareAnchor(clause) ?? wishes.LastShot;
            clause.TakeAt(at);
            return anchor is null ? null : relation.Sense == Sense.Before ? new Destination(0, Before: anchor) : new Destination(0, After: anchor);
        }

        // 提到第一个, "move it to photo 2": the place is told as the shot that is there.
        if (places.Count == 2 && clause.Terms[places[1]] is { Sense: Sense.ShotPlace } there && (clause.SenseAt(places[1] - 1) is Sense.Put or Sense.To or Sense.As or Sense.At or Sense.Word || (places[1] == places[0] + 1 && clause.SenseAt(places[0] - 1) == Sense.Make)))
        {
            clause.TakeAt(places[1]);
            return new Destination((int)there.Number);
        }

        if (AtMoment(clause) is { } moment)
        {
            return moment;
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
}
