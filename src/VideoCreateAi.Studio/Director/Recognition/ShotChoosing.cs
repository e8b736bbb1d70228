using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Which shots are shown: some taken out, brought back, exchanged or shown again.</summary>
internal static class ShotChoosing
{
    public static bool Replace(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Replace, Sense.Instead) || clause.OpenOf(Sense.Media).Count == 0
            || !clause.Open.Any(index => index != clause.IndexOf(Sense.Media) && clause.Terms[index].Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last or Sense.Middle))
        {
            return false;
        }

        var insteadOf = clause.IndexOf(Sense.Instead);
        var first = clause.IndexOf(Sense.Media);
        var shots = wishes.TakeShots(clause);
        if (shots.Count < 2)
        {
            return false;
        }

        clause.TakeAll(Sense.Replace, Sense.Instead);
        var turned = insteadOf >= 0 && shots[0].MediaId is not null && shots[1].MediaId is not null;
        var old = turned ? shots[1] : shots[0].MediaId is null ? shots[0] : shots[1].MediaId is null ? shots[1] : shots[0];
        if (wishes.Input.Current is { IsEmpty: false } now && shots.Take(2).Where(shot => shot.Resolve(now).Count > 0).ToList() is [var only])
        {
            // Whatever is said first: only what is shown can be replaced.
            old = only;
        }
        else if (turned && insteadOf < first)
        {
            // "instead of the bear the lynx"
            old = shots[0];
        }

        var fresh = ReferenceEquals(old, shots[0]) ? shots[1] : shots[0];
        if (fresh.MediaId is null)
        {
            return false;
        }

        wishes.Add(new ReplaceMedia(old, fresh.MediaId!));
        return true;
    }

    public static bool Restore(Clause clause, Wishes wishes)
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

    public static bool Remove(Clause clause, Wishes wishes)
    {
        var leavesOut = clause.Has(Sense.Not) && clause.Has(Sense.Add);
        if ((!clause.Does(Sense.Remove, Sense.Without) && !leavesOut) || clause.Has(Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return false;
        }

        // "0:30 to 0:55 he only searches, take the middle out": the stretch is meant.
        var isSpokenOf = wishes.Stretch is not null || wishes.Operations.Any(operation => operation is CutStretch or MoveStretch);
        if (isSpokenOf && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Number) && clause.Has(Sense.It, Sense.Middle, Sense.Other))
        {
            if (wishes.Stretch is null)
            {
                clause.TakeAll(Sense.Middle, Sense.Other, Sense.Remove, Sense.Without, Sense.Video, Sense.All);
            }

            return wishes.Stretch is null;
        }

        // "delete all after 10 s" is no list of shots.
        if (clause.Has(Sense.All) && !clause.Has(Sense.Media, Sense.ShotPlace) && clause.Has(Sense.After, Sense.Before, Sense.From) && clause.Has(Sense.Length, Sense.Moment))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        shots = shots.Count == 0 ? Numbered(clause) : shots;
        if (shots.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Remove, Sense.Not, Sense.Add, Sense.Without);
        var laid = shots.Where(shot => shot.MediaId is not null && wishes.Input.Current is { } now && shot.Resolve(now).Count == 0
            && now.Overlays().Any(overlay => overlay.Source == shot.MediaId)).ToList();
        if (laid.Count > 0)
        {
            laid.ForEach(shot => wishes.Add(new RemoveOverlays(shot.MediaId)));
            shots = [.. shots.Except(laid).Where(shot => shot is { IsAll: false } and not { First: 1, Count: 2 })];
            if (shots.Count == 0)
            {
                return true;
            }
        }

        var others = clause.Take(Sense.But, Sense.Other) is not null;
        wishes.Add(new RemoveShots([.. shots.Where(shot => !shot.IsAll || shots.Count == 1)], others));
        return true;
    }

    /// <summary>"delete 2 and 5": numbers that count nothing else are shots.</summary>
    private static List<ShotReference> Numbered(Clause clause)
    {
        var rows = clause.OpenOf(Sense.Number);
        var isList = rows.Count > 0 && rows.All(row => row.Term.Number is >= 1 and <= 500 && row.Term.Number % 1 == 0
            && clause.SenseAt(row.Index - 1) is null or Sense.Remove or Sense.And or Sense.Mark && clause.SenseAt(row.Index + 1) is null or Sense.And or Sense.Mark);
        return isList ? [.. clause.TakeAll(Sense.Number).Select(term => ShotReference.Nth((int)term.Number))] : [];
    }

    public static bool KeepOnly(Clause clause, Wishes wishes)
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

    public static bool Repeat(Clause clause, Wishes wishes)
    {
        if (clause.Peek(Sense.Duplicate) is { Value: "again" } && (!clause.Has(Sense.Media, Sense.ShotPlace, Sense.Ordinal, Sense.Last)
            || clause.Terms.Any(term => term.Sense.IsAction() && term.Sense is not (Sense.Duplicate or Sense.Loop or Sense.Add or Sense.Put or Sense.Make or Sense.EndWith or Sense.StartWith))))
        {
            // "make it faster again" repeats no shot.
            return false;
        }

        var times = clause.Peek(Sense.Times);
        var usesTwice = clause.Has(Sense.Add) && clause.Has(Sense.Twice) && clause.Has(Sense.ShotPlace, Sense.Media) && !clause.Has(Sense.Length, Sense.Speed, Sense.Volume);
        if (!usesTwice && !clause.Has(Sense.Loop, Sense.Duplicate) && (times is null || clause.Has(Sense.Slower, Sense.Faster)))
        {
            return false;
        }

        var goesSomewhere = clause.Has(Sense.Start, Sense.End, Sense.Before, Sense.After) && clause.Has(Sense.Media, Sense.ShotPlace, Sense.Ordinal);
        if (times is null && clause.Has(Sense.Duplicate, Sense.Loop) && goesSomewhere && ShotPlacing.Again(clause, wishes))
        {
            return true;
        }

        if (times is null && clause.Has(Sense.Loop, Sense.Duplicate) && clause.Take(Sense.Length) is { } until)
        {
            // "loop it until it is a minute long"
            clause.TakeAll(Sense.Loop, Sense.Duplicate, Sense.To, Sense.For, Sense.Lengthen, Sense.It, Sense.Video, Sense.Make);
            wishes.Add(new LoopToLength(until.Time));
            return true;
        }

        if (times is null && (clause.Has(Sense.Duplicate) || clause.Has(Sense.Start, Sense.End, Sense.Last)) && ShotPlacing.Again(clause, wishes))
        {
            return true;
        }

        var plays = times?.Number ?? clause.Peek(Sense.Twice)?.Number ?? 2;
        clause.TakeAll(Sense.Loop, Sense.Duplicate, Sense.Times, Sense.Twice, Sense.Add, Sense.Join, Sense.Make);
        var shots = wishes.TakeShots(clause);
        shots = shots.Any(shot => !shot.IsAll) ? [.. shots.Where(shot => !shot.IsAll)] : shots;
        wishes.Add(new RepeatShots(shots.Count > 0 ? shots[0] : ShotReference.All, (int)Math.Round(plays)));
        return true;
    }
}
