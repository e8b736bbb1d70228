using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>One shot is moved or put in, somewhere among the others.</summary>
internal static partial class ShotPlacing
{
    public static bool Move(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).Select(row => row.Index)
            .Concat(clause.OpenOf(Sense.ShotPlace).Select(row => row.Index)).Order().ToList();
        if (media.Count == 0)
        {
            return false;
        }

        var anchors = Anchors(clause, media);
        if (media.Where(index => !anchors.Contains(index)).Select(index => (int?)index).FirstOrDefault() is not { } subjectAt)
        {
            return false;
        }

        if (MoveMentioned(clause, wishes, media))
        {
            return true;
        }

        if (media.Count == 1 && clause.SenseAt(subjectAt - 1) is Sense.Before or Sense.After && !clause.Terms.Any(term => term.Sense.IsAction()))
        {
            // "before b, add c": the place is told first.
            return false;
        }

        var subject = clause.Terms[subjectAt];
        var shot = wishes.Place(subject);
        var isShown = subject.Sense == Sense.ShotPlace || !wishes.HasTimeline || shot.Resolve(wishes.Input.Current!).Count > 0;
        var follows = clause.Terms.All(term => term.Sense is Sense.Then or Sense.And or Sense.Media or Sense.Mark or Sense.Next) && wishes.LastShot is not null;
        var moves = clause.Has(Sense.Put, Sense.Make, Sense.Sequence) || follows || (subject.Sense == Sense.ShotPlace && clause.Has(Sense.Add))
            || !clause.Terms.Any(term => term.Sense.IsAction());
        var length = clause.IndexOf(Sense.Length);
        var lasts = length > 0 && clause.SenseAt(length - 1) == Sense.For && clause.Has(Sense.Before, Sense.After, Sense.Start, Sense.End);
        if (!isShown || !moves || (length >= 0 && !lasts))
        {
            return false;
        }

        if (Steps(clause) is { } steps)
        {
            clause.TakeAt(subjectAt);
            clause.TakeAll(Sense.Put, Sense.Number, Sense.Times, Sense.Shot);
            wishes.Add(new MoveShots(shot, Destination.Further(steps)));
            wishes.LastShot = shot;
            return true;
        }

        var to = follows ? new Destination(0, After: wishes.LastShot) : Place(clause, wishes, anchors, media);
        if (to is null)
        {
            return false;
        }

        clause.TakeAt(subjectAt);
        clause.TakeAll(Sense.Put, Sense.Make, Sense.Sequence, Sense.Then, Sense.As);
        // "b, then a; c goes last": the order named before left this one out.
        var isLeftOut = !wishes.HasTimeline && shot.MediaId is { } named
            && wishes.Operations.OfType<ArrangeShots>().Any(order => !order.Others && order.Order.All(other => other.MediaId != named));
        wishes.Add(isLeftOut ? new InsertMedia([shot.MediaId!], to, null) : new MoveShots(shot, to));
        if (lasts)
        {
            wishes.Add(new SetShotLength(shot, clause.TakeAt(length).Time));
        }

        wishes.LastShot = shot;
        wishes.Topic = Sense.Shot;
        return true;
    }

    /// <summary>"take shots two and three and put them behind the last one"</summary>
    private static bool MoveMentioned(Clause clause, Wishes wishes, List<int> places)
    {
        if (places is not [var anchorAt] || clause.IndexOf(Sense.Before, Sense.After) is not (>= 0 and var relation) || relation > anchorAt || !clause.Has(Sense.It) || !clause.Has(Sense.Put))
        {
            return false;
        }

        var meant = wishes.Mentioned.Where(term => term.Sense == Sense.ShotPlace || wishes.IsPicture(term)).Select(term => wishes.Place(term)).ToList();
        meant = meant.Count > 0 ? meant : wishes.LastShot is { } last ? [last] : [];
        if (meant is [{ MediaId: null, First: > 0 } first, ..] && meant.Select((shot, index) => shot.MediaId is null && shot.First == first.First + index && shot.Count == 1).All(follows => follows))
        {
            meant = [wishes.AsItStands(first with { Count = meant.Count })];
        }

        if (meant.Count == 0)
        {
            return false;
        }

        var before = clause.TakeAt(relation).Sense == Sense.Before;
        var anchor = wishes.Place(clause.TakeAt(anchorAt));
        clause.TakeAll(Sense.Put, Sense.It);
        foreach (var shot in before ? meant : Enumerable.Reverse(meant))
        {
            wishes.Add(new MoveShots(shot, before ? new Destination(0, Before: anchor) : new Destination(0, After: anchor)));
        }

        wishes.LastShot = meant[^1];
        return true;
    }

    public static bool Insert(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        // "chalkboard.jpg as the second one": what is shown nowhere yet and has a place is put there.
        var isPlaced = media.Count > 0 && wishes.HasTimeline && !IsShown(media[0].Term, wishes) && clause.Has(Sense.As, Sense.Before, Sense.After, Sense.Between, Sense.Start, Sense.End)
            && !clause.Terms.Any(term => term.Sense.IsHead());
        if (!isPlaced && !clause.Has(Sense.Add, Sense.Put, Sense.Join))
        {
            return false;
        }

        if (media.Count == 0)
        {
            return AddTheRest(clause, wishes);
        }

        if (clause.Terms.Any(term => term.Sense is Sense.Title or Sense.Caption or Sense.Quote))
        {
            return false;
        }

        if (!clause.Has(Sense.Add) && clause.Peek(Sense.Put) is { } moves && !moves.Text.StartsWith("put", StringComparison.OrdinalIgnoreCase)
            && wishes.Input.Current?.Overlays().Any(overlay => overlay.Source == media[0].Term.Value) == true)
        {
            clause.TakeEverything();
            wishes.Note($"{wishes.Asset(media[0].Term).Name} lies over the picture and is not one of the shots, so it has no place in their order. "
                + "Say where or when it shows, such as \"top left\" or \"for the first 3 seconds\", or add it as a shot.");
            return true;
        }

        var places = media.Select(row => row.Index).Concat(clause.OpenOf(Sense.ShotPlace).Select(row => row.Index)).Order().ToList();
        var anchors = Anchors(clause, places);
        var subjects = media.Where(row => !anchors.Contains(row.Index) && (row == media[0] || clause.SenseAt(row.Index - 1) is not (Sense.Before or Sense.After))).ToList();
        if (subjects.Count == 0)
        {
            return false;
        }

        var to = Place(clause, wishes, anchors, places) ?? wishes.Where;
        wishes.Where = null;
        if (clause.Has(Sense.Cut) || (IsShown(subjects[0].Term, wishes) && to is null) || (!wishes.HasTimeline && to is null))
        {
            return false;
        }

        var length = clause.Take(Sense.Length)?.Time;
        subjects = to is null ? [subjects[0]] : subjects;
        subjects.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Add, Sense.Put, Sense.As);
        wishes.Add(new InsertMedia([.. subjects.Select(row => row.Term.Value).Distinct()], to ?? Destination.End, length));
        wishes.LastShot = ShotReference.Of(subjects[0].Term.Value);
        wishes.Topic = Sense.Shot;
        return true;
    }

    /// <summary>"use the fountain once more at the end": a copy goes there.</summary>
    public static bool Again(Clause clause, Wishes wishes)
    {
        var places = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).Select(row => row.Index).Concat(clause.OpenOf(Sense.ShotPlace).Select(row => row.Index)).Order().ToList();
        if (places.Count == 0 || clause.Has(Sense.Stretch, Sense.Head, Sense.Tail, Sense.Moment))
        {
            return false;
        }

        var only = places[0];
        var anchors = Anchors(clause, places);
        if (anchors.Contains(only) || (clause.Has(Sense.Before, Sense.After) && anchors.Count == 0) || Place(clause, wishes, anchors, places) is not { } to)
        {
            return false;
        }

        var shot = wishes.Place(clause.TakeAt(only));
        // 也是两秒: as long as it is.
        var same = clause.IndexOf(Sense.Length) is > 0 and var at && clause.SenseAt(at - 1) == Sense.And;
        var length = clause.Take(Sense.Length)?.Time;
        length = same ? null : length;
        clause.TakeAll(Sense.Duplicate, Sense.Loop, Sense.Add, Sense.Put, Sense.It, Sense.And, Sense.At, Sense.For, Sense.Start, Sense.End);
        wishes.Add(length is not null && shot.MediaId is { } media && wishes.Asset(new Term(Sense.Media, media)).Kind == AssetKind.Image ? new InsertMedia([media], to, length) : new RepeatMedia(shot, to));
        wishes.LastShot = shot;
        return true;
    }
}
