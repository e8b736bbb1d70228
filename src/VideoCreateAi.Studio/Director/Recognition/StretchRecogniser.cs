using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Stretches of the programme or of single shots: cut out, kept, moved, or played once more.</summary>
internal static class StretchRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        if (StretchMoving.Moved(clause, wishes) || StretchMoving.MovedAfter(clause, wishes) || SpokenOf(clause, wishes))
        {
            return;
        }

        // "trim it to the first 4 s" says what stays.
        var to = clause.Open.Any(index => IsStretch(clause.Terms[index]) && clause.SenseAt(index - 1) == Sense.To);
        var cuts = clause.Has(Sense.Cut, Sense.Shorten) || clause.Does(Sense.Remove, Sense.Without);
        var rows = Rows(clause, cuts || clause.Has(Sense.Keep));
        var isOfText = (Decorates(wishes) || clause.Terms.Any(term => term.Sense is Sense.Title or Sense.Quote or Sense.Logo)) && !clause.Has(Sense.Video, Sense.Clip, Sense.Media, Sense.All);
        if (rows.Count == 0 || (isOfText && rows.TrueForAll(row => row.Term.Sense is Sense.Moment or Sense.Length)))
        {
            return;
        }

        var trims = clause.Peek(Sense.Cut) is { } cut && (cut.Value == "trim" || cut.Text.StartsWith("trim", StringComparison.OrdinalIgnoreCase));
        var owned = rows.Exists(row => Owner(clause, row.Index) is { Sense: Sense.Media }) && clause.Has(Sense.From);
        var keeps = Keeps(clause, rows[0].Index) || (clause.Has(Sense.Add) && !cuts && !Decorates(wishes)) || (owned && !cuts)
            || (!cuts && (clause.Has(Sense.Create) || (clause.Has(Sense.Make) && (clause.Has(Sense.It, Sense.Video) || !clause.Has(Sense.Word)))))
            || (trims && rows[0].Term.Sense == Sense.Stretch) || to
            // "start with the walk, the first 10 seconds"
            || (!cuts && wishes.JustPut() is not null && rows.TrueForAll(row => IsStretch(row.Term)) && clause.Terms.All(term => IsStretch(term) || term.Sense is Sense.Mark or Sense.And or Sense.But or Sense.It or Sense.Word or Sense.From))
            // "no, the last 30 seconds": another part than the one that was kept.
            || (!cuts && wishes.Corrects && KeptSoMuch(rows[0].Term, wishes) && rows.TrueForAll(row => IsStretch(row.Term)) && clause.Terms.All(term => IsStretch(term) || term.Sense is Sense.Mistake or Sense.Mark or Sense.Instead or Sense.But or Sense.And or Sense.It or Sense.Word or Sense.Video));
        if (!cuts && !keeps)
        {
            wishes.Stretches = [.. rows.Select(row => row.Stretch)];
            wishes.StretchIn = Owner(clause, rows[0].Index) is { } where ? wishes.Place(where) : null;
            rows.ForEach(row => clause.TakeAt(row.Index));
            return;
        }

        if (keeps && rows is [{ Term.Sense: Sense.Moment or Sense.Length } from] && clause.SenseAt(from.Index - 1) != Sense.Before
            && clause.Open.Where(index => index != from.Index && clause.Terms[index].Sense == Sense.Length).ToList() is [var lasting])
        {
            // "15 seconds from 0:45 on"
            rows = [(from.Index, from.Term, StretchOf.Between(from.Term.Time, from.Term.Time + clause.TakeAt(lasting).Time))];
        }

        if (StartsMusic(clause, wishes, rows, cuts))
        {
            return;
        }

        if (clause.Has(Sense.Restore))
        {
            clause.TakeEverything();
            wishes.Note("What was cut comes back by \"undo\"; a single part of it cannot be brought back alone.");
            return;
        }

        Cut(clause, wishes, rows, keeps && (to || !cuts || trims || (clause.Has(Sense.Keep) && clause.Has(Sense.Other))));
    }

    /// <summary>"the first clip should start from second 5", y从第3秒开始播: of this shot what lies before is not wanted.</summary>
    public static bool Begins(Clause clause, Wishes wishes)
    {
        var times = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Moment or Sense.Length).ToList();
        var begins = clause.Has(Sense.Start, Sense.StartWith);
        if (times is not [var at] || (clause.SenseAt(at - 1) != Sense.From && !(begins && clause.SenseAt(at - 1) is Sense.At or Sense.After or Sense.With)) || Decorates(wishes)
            || !clause.Terms.All(term => term.Sense is Sense.ShotPlace or Sense.Media or Sense.Ordinal or Sense.Last or Sense.Clip or Sense.Video or Sense.Shot or Sense.It or Sense.From or Sense.At or Sense.After or Sense.Moment or Sense.Length
                or Sense.Start or Sense.StartWith or Sense.Make or Sense.Add or Sense.Word or Sense.Mark or Sense.And or Sense.Then or Sense.But or Sense.Question or Sense.Only or Sense.Instead or Sense.With))
        {
            return false;
        }

        var named = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last).ToList();
        if (named is not [var only] || (clause.Terms[only] is { Sense: Sense.Media } media && wishes.Asset(media).Kind != AssetKind.Video) || (!begins && clause.Terms.Count(term => term.Sense == Sense.Word) > 1))
        {
            return false;
        }

        var shot = wishes.TakeShots(clause)[0];
        var from = clause.TakeAt(at).Time;
        clause.TakeAll(Sense.From, Sense.At, Sense.After, Sense.Start, Sense.StartWith, Sense.Make, Sense.Add, Sense.With);
        wishes.Add(new CutStretch(StretchOf.Head(from), shot, keep: false));
        wishes.LastShot = shot;
        wishes.Topic = Sense.Video;
        return true;
    }

    /// <summary>The message speaks of what lies over the picture or under it, and the times are its.</summary>
    private static bool Decorates(Wishes wishes) => wishes.Last is Overlay or AddTitle or ChangeTitle or AddCaptions or EditMusic or AddSound;

    /// <summary>"from 0:20 to 0:30 he only coughs" keeps nothing: behind the times "only" is of the verb that follows.</summary>
    private static bool Keeps(Clause clause, int stretch) => clause.IndexOf(Sense.Keep) is >= 0 and var keep
        && !(keep > stretch && clause.Terms[keep].Text.Equals("only", StringComparison.OrdinalIgnoreCase) && clause.SenseAt(keep + 1) == Sense.Word);

    private static void Cut(Clause clause, Wishes wishes, List<(int Index, Term Term, StretchOf Stretch)> rows, bool keep)
    {
        var owners = rows.Select(row => Owner(clause, row.Index)).ToList();
        foreach (var (index, _, _) in rows)
        {
            clause.TakeAt(index);
            if (clause.SenseAt(index - 1) is Sense.After or Sense.Before or Sense.From)
            {
                clause.TakeAt(index - 1);
            }
        }

        clause.TakeAll(Sense.Cut, Sense.Shorten, Sense.Remove, Sense.Keep, Sense.Add, Sense.Without);
        if (clause.Has(Sense.Create) || keep)
        {
            // "a 30 s version using the first half minute": the length is said twice.
            clause.TakeAll(Sense.Length);
        }

        // "the first 3 seconds of each clip"
        var ofEach = clause.Has(Sense.Each) && clause.Has(Sense.Clip, Sense.Shot);
        var shots = wishes.TakeShots(clause, bareWords: clause.Peek(Sense.Ordinal) is { Number: > 1 or < 0 });
        var common = ofEach ? new ShotReference(null, Kind: PictureKind.Video) : shots.Count > 0 ? shots[0] : null;
        common ??= ClipBefore(clause, wishes, keep);
        for (var row = 0; row < rows.Count; row++)
        {
            wishes.Add(new CutStretch(rows[row].Stretch, shots.Count > 1 && owners[row] is { } owner ? wishes.Place(owner) : common, keep));
        }

        wishes.LastShot = common is null or { IsAll: true } ? wishes.LastShot : common;
        wishes.Topic = Sense.Video;
    }

    /// <summary>"first the making of, only its first 10 seconds", "the oven takes for ever, leave it from 5 to 12": the clip that was named just before.</summary>
    private static ShotReference? ClipBefore(Clause clause, Wishes wishes, bool keep)
    {
        if (clause.Has(Sense.Video, Sense.Whole, Sense.All, Sense.Each, Sense.Slideshow, Sense.Other))
        {
            return null;
        }

        if (wishes.JustPut() is { } put)
        {
            return put;
        }

        if (wishes.Last is CutStretch { Shots: { IsAll: false } same } && wishes.ShotsNamedIn == wishes.Sentence)
        {
            return same;
        }

        if (wishes.Mentioned is [.., var mentioned] && wishes.MentionedIn == wishes.Sentence && (mentioned.Sense == Sense.ShotPlace || wishes.IsPicture(mentioned)))
        {
            return IsClip(wishes.Place(mentioned), wishes) ? wishes.Place(mentioned) : null;
        }

        return keep && wishes.ShotsNamedIn == wishes.Sentence && wishes.ShotsBefore is [var before] && IsClip(before, wishes) ? before : null;
    }

    private static bool IsClip(ShotReference shot, Wishes wishes)
    {
        var shots = (wishes.Input.Current ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, [])).Shots();
        return shots.Count > 1 && shot.Resolve(wishes.Input.Current ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, [])) is [var index] && shots[index].Kind == PictureKind.Video;
    }

    /// <summary>"0:50 to 1:00 is only coughing, cut that", "keep only that", "the rest can go".</summary>
    private static bool SpokenOf(Clause clause, Wishes wishes)
    {
        if (wishes.Stretches.Count > 0 && clause.IndexOf(Sense.Length) is >= 0 and var again && clause.SenseAt(again - 1) == Sense.It && clause.Has(Sense.Cut, Sense.Remove, Sense.Keep))
        {
            // 开头十秒在调麦克风，这十秒掐掉
            clause.TakeAt(again);
        }

        if (wishes.Stretches.Count == 0 || clause.Has(Sense.Media, Sense.ShotPlace, Sense.Moment, Sense.Length, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Title, Sense.Music, Sense.Caption, Sense.Quote))
        {
            return false;
        }

        var drops = clause.Has(Sense.Cut, Sense.Remove, Sense.Without);
        var rest = clause.Has(Sense.Other) && (clause.Has(Sense.Not, Sense.Without) || (drops && clause.IndexOf(Sense.Other) < clause.IndexOf(Sense.Cut, Sense.Remove, Sense.Without)));
        if (!clause.Has(Sense.Keep) && !drops && !rest)
        {
            return false;
        }

        clause.TakeAll(Sense.Cut, Sense.Remove, Sense.Keep, Sense.It, Sense.Shot, Sense.Other, Sense.Video, Sense.Without, Sense.Middle);
        wishes.Add(new CutStretch(wishes.Stretches, wishes.StretchIn, rest || !drops));
        wishes.Stretches = [];
        return true;
    }

    /// <summary>"upbeat music, but only from second 10"</summary>
    private static bool StartsMusic(Clause clause, Wishes wishes, List<(int Index, Term Term, StretchOf Stretch)> rows, bool cuts)
    {
        if (cuts || rows is not [{ Term.Sense: Sense.Moment or Sense.Length } row] || wishes.Topic != Sense.Music || clause.Peek(Sense.Keep) is not { } only
            || !only.Text.Contains("only", StringComparison.OrdinalIgnoreCase) || clause.SenseAt(row.Index - 1) == Sense.Before || !wishes.StartMusic(row.Term.Time))
        {
            return false;
        }

        clause.TakeAll(Sense.Keep, Sense.From, Sense.After, Sense.Moment, Sense.Length);
        return true;
    }

    /// <param name="edges">"everything after 0:30" counts too.</param>
    public static List<(int Index, Term Term, StretchOf Stretch)> Rows(Clause clause, bool edges) => [.. clause.Open
        .Select(index => (Index: index, Term: clause.Terms[index], Stretch: Of(clause, index, edges)))
        .Where(row => row.Stretch is not null).Select(row => (row.Index, row.Term, row.Stretch!))];

    private static StretchOf? Of(Clause clause, int index, bool edges) => clause.Terms[index] switch
    {
        { Sense: Sense.Head } head => StretchOf.Head(head.Time),
        { Sense: Sense.Tail } tail => StretchOf.Tail(tail.Time),
        { Sense: Sense.Stretch } stretch => StretchOf.Between(stretch.Time, stretch.Until),
        { Sense: Sense.Moment or Sense.Length } edge when edges && clause.SenseAt(index - 1) is Sense.After or Sense.From => StretchOf.After(edge.Time),
        { Sense: Sense.Moment or Sense.Length } edge when edges && clause.SenseAt(index - 1) == Sense.Before => StretchOf.Head(edge.Time),
        _ => null,
    };

    /// <summary>"from kitchen use 3 to 9, from bathroom 10 to 14": each stretch is of the shot named before it, or else behind it.</summary>
    private static Term? Owner(Clause clause, int stretch) =>
        Enumerable.Range(0, stretch).Reverse().Concat(Enumerable.Range(stretch, clause.Terms.Count - stretch)).Select(index => clause.Terms[index])
            .FirstOrDefault(term => term.Sense is Sense.Media or Sense.ShotPlace);

    /// <summary>The message before left about so much, rather than that it took so much away.</summary>
    private static bool KeptSoMuch(Term stretch, Wishes wishes)
    {
        if (wishes.Input is not { Current: { } now, Previous: [var earlier, ..] })
        {
            return false;
        }

        var length = stretch.Sense == Sense.Stretch ? stretch.Until - stretch.Time : stretch.Time;
        var before = earlier ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, []);
        var left = ShotLayout.ProgrammeEnd(now);
        return (length - left).Duration() < (length - (ShotLayout.ProgrammeEnd(before) - left)).Duration();
    }

    private static bool IsStretch(Term term) => term.Sense is Sense.Head or Sense.Tail or Sense.Stretch;
}
