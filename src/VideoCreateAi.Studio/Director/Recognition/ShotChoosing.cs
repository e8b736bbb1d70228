using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Which shots are shown: some taken out, brought back, exchanged or shown again.</summary>
internal static class ShotChoosing
{
    public static bool Replace(Clause clause, Wishes wishes)
    {
        // "the beach should come first, actually": no other shot is named that it comes in place of.
        var instead = clause.Peek(Sense.Replace, Sense.Instead);
        if (instead is null || (instead.Sense == Sense.Instead && instead.Text.ToLowerInvariant() is "actually" or "rather") || clause.OpenOf(Sense.Media).Count == 0
            || !clause.Open.Any(index => index != clause.IndexOf(Sense.Media) && clause.Terms[index].Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last or Sense.Middle))
        {
            return false;
        }

        // "a instead of b", and "instead of b use a" the other way round.
        var insteadOf = clause.IndexOf(Sense.Instead);
        var first = clause.IndexOf(Sense.Media);
        var shots = wishes.TakeShots(clause);
        if (shots.Count < 2)
        {
            return false;
        }

        clause.TakeAll(Sense.Replace, Sense.Instead);
        var turned = insteadOf > clause.IndexOfAny(Sense.Media) && shots[0].MediaId is not null && shots[1].MediaId is not null;
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

    public static bool Remove(Clause clause, Wishes wishes)
    {
        var leavesOut = clause.Has(Sense.Not) && clause.Has(Sense.Add);
        if ((!clause.Does(Sense.Remove, Sense.Without) && !leavesOut && !CutsOut(clause)) || clause.Has(Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return false;
        }

        if (clause.Has(Sense.Length) && clause.Has(Sense.Cut, Sense.From, Sense.Off) && clause.Has(Sense.Start, Sense.End))
        {
            // "cut ten seconds off the back of a": some of it goes.
            return false;
        }

        // "0:30 to 0:55 he only searches, take the middle out": the stretch is meant.
        var isSpokenOf = wishes.Stretches.Count > 0 || wishes.Operations.Any(operation => operation is CutStretch or MoveStretch);
        if (isSpokenOf && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Number) && clause.Has(Sense.It, Sense.Middle, Sense.Other))
        {
            if (wishes.Stretches.Count == 0)
            {
                clause.TakeAll(Sense.Middle, Sense.Other, Sense.Remove, Sense.Without, Sense.Video, Sense.All);
            }

            return wishes.Stretches.Count == 0;
        }

        if (clause.Has(Sense.Cut) && clause.Has(Sense.Length) && clause.Has(Sense.Start, Sense.End) && !clause.Has(Sense.And))
        {
            // "schneid hinten vom Hauptteil zehn Sekunden weg": a part of it.
            return false;
        }

        // "delete all after 10 s" is no list of shots.
        if (clause.Has(Sense.All) && !clause.Has(Sense.Media, Sense.ShotPlace) && clause.Has(Sense.After, Sense.Before, Sense.From) && clause.Has(Sense.Length, Sense.Moment))
        {
            return false;
        }

        if (clause.Has(Sense.Other) && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.But, Sense.Number) && wishes.DropOthers())
        {
            // "only the fourth and the second, the rest can go"
            clause.TakeAll(Sense.Other, Sense.Remove, Sense.Without, Sense.Video);
            return true;
        }

        var firstShot = clause.IndexOf(Sense.Media, Sense.ShotPlace, Sense.Last, Sense.Ordinal, Sense.Number);
        var shots = wishes.TakeShots(clause);
        shots = shots.Count == 0 ? Numbered(clause) : shots;
        if (shots.Count == 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Remove, Sense.Not, Sense.Add, Sense.Without, Sense.Cut);
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

        var others = clause.IndexOf(Sense.But, Sense.Other) is >= 0 and var but && (clause.Terms[but].Sense == Sense.Other || but < firstShot) && clause.Take(Sense.But, Sense.Other) is not null;
        wishes.Add(new RemoveShots([.. shots.Where(shot => !shot.IsAll || shots.Count == 1)], others));
        return true;
    }

    /// <summary>"cut b and d": no time is said, so the whole of them.</summary>
    private static bool CutsOut(Clause clause) => clause.Peek(Sense.Cut) is { Value: not "trim" } cut && !cut.Text.StartsWith("take", StringComparison.OrdinalIgnoreCase)
        && clause.IndexOf(Sense.Media, Sense.ShotPlace) is >= 0 and var shot && clause.SenseAt(shot - 1) != Sense.To
        && !clause.Has(Sense.Length, Sense.Moment, Sense.Number, Sense.Half, Sense.Start, Sense.End, Sense.At, Sense.To, Sense.Between, Sense.From, Sense.By, Sense.Shorten, Sense.Title, Sense.Transition, Sense.Put, Sense.Join)
        && !clause.Has(Sense.Music, Sense.Sound, Sense.Quote, Sense.Create, Sense.Each, Sense.Before, Sense.After, Sense.Split, Sense.Fit, Sense.Keep);

    /// <summary>"delete 2 and 5": numbers that count nothing else are shots.</summary>
    private static List<ShotReference> Numbered(Clause clause)
    {
        var rows = clause.OpenOf(Sense.Number);
        var isList = rows.Count > 0 && rows.All(row => row.Term.Number is >= 1 and <= 500 && row.Term.Number % 1 == 0
            && clause.SenseAt(row.Index - 1) is null or Sense.Remove or Sense.And or Sense.Mark or Sense.Keep or Sense.Shot or Sense.Word && clause.SenseAt(row.Index + 1) is null or Sense.And or Sense.Mark or Sense.Word or Sense.Remove);
        return isList ? [.. clause.TakeAll(Sense.Number).Select(term => ShotReference.Nth((int)term.Number))] : [];
    }

    public static bool KeepOnly(Clause clause, Wishes wishes)
    {
        var named = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).Select(row => row.Term.Value).ToList();
        if (clause.Has(Sense.Keep) && clause.Has(Sense.Each) && clause.OpenOf(Sense.Length).Count == 1 && named.Count > 0 && !clause.Has(Sense.Stretch, Sense.Head, Sense.Tail, Sense.Cut, Sense.Title, Sense.Music, Sense.But)
            && named.TrueForAll(id => wishes.Input.Assets.First(asset => asset.Id == id).Kind == AssetKind.Image))
        {
            // "only a and b, 3 s each": the length is read with the others.
            clause.TakeAll(Sense.Keep, Sense.Add, Sense.Put);
            wishes.Add(new RemoveShots([.. named.Select(ShotReference.Of)], AllOthers: true));
            return true;
        }

        if (!clause.Has(Sense.Keep) || clause.Has(Sense.Sound, Sense.Stretch, Sense.Head, Sense.Tail, Sense.Length) || SaysOnlyWhere(clause))
        {
            return false;
        }

        var shots = wishes.TakeShots(clause);
        shots = shots.Count == 0 && clause.OpenOf(Sense.Number).Count > 1 ? Numbered(clause) : shots;
        if (shots.Count == 0 || shots.Any(shot => shot.IsAll))
        {
            return false;
        }

        clause.TakeAll(Sense.Keep);
        wishes.Add(new RemoveShots(shots, AllOthers: true));
        return true;
    }

    /// <summary>"black and white only for the market": no other shot is to go.</summary>
    private static bool SaysOnlyWhere(Clause clause) => clause.IndexOf(Sense.Keep) is >= 0 and var keep && clause.SenseAt(keep + 1) is Sense.For or Sense.At or Sense.Over or Sense.Between;

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
        if (!usesTwice && !clause.Has(Sense.Loop, Sense.Duplicate) && (times is null || clause.Has(Sense.Slower, Sense.Faster, Sense.Volume, Sense.Louder, Sense.Quieter, Sense.Sound, Sense.Music)))
        {
            return false;
        }

        var goesSomewhere = clause.Has(Sense.Start, Sense.End, Sense.Before, Sense.After) && clause.Has(Sense.Media, Sense.ShotPlace, Sense.Ordinal);
        if (times is null && clause.Has(Sense.Duplicate, Sense.Loop) && goesSomewhere && ShotPlacing.Again(clause, wishes))
        {
            return true;
        }

        var isPlaced = clause.Has(Sense.Media, Sense.ShotPlace) && clause.Has(Sense.Start, Sense.End, Sense.Before, Sense.After) && !clause.Has(Sense.To);
        if (times is null && !isPlaced && clause.Has(Sense.Loop, Sense.Duplicate) && clause.Take(Sense.Length) is { } until)
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
