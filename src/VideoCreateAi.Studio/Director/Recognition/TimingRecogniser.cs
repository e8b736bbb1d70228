using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Cuts, lengths of shots and of the whole.</summary>
internal static class TimingRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        Stretches(clause, wishes);
        Lengths(clause, wishes);
    }

    private static void Stretches(Clause clause, Wishes wishes)
    {
        // "trim it to the first 4 s" says what stays.
        var to = clause.Open.Any(index => clause.Terms[index].Sense is Sense.Head or Sense.Tail or Sense.Stretch && clause.SenseAt(index - 1) == Sense.To);
        var stretches = clause.TakeAll(Sense.Head, Sense.Tail, Sense.Stretch);
        var cuts = clause.Has(Sense.Cut, Sense.Shorten) || clause.Does(Sense.Remove, Sense.Without);
        if (stretches.Count == 0)
        {
            EdgeByMoment(clause, wishes, cuts);
            return;
        }

        var trims = clause.Peek(Sense.Cut) is { } cut && (cut.Value == "trim" || cut.Text.StartsWith("trim", StringComparison.OrdinalIgnoreCase));
        var keeps = clause.Has(Sense.Keep, Sense.Add) || (!cuts && clause.Has(Sense.Make, Sense.Create)) || (trims && stretches[0].Sense == Sense.Stretch) || to;
        if (!cuts && !keeps)
        {
            wishes.Stretch = Of(stretches[0]);
            return;
        }

        if (clause.Has(Sense.Restore))
        {
            clause.TakeEverything();
            wishes.Note("What was cut comes back by \"undo\"; a single part of it cannot be brought back alone.");
            return;
        }

        clause.TakeAll(Sense.Cut, Sense.Shorten, Sense.Remove, Sense.Keep, Sense.Add, Sense.Without);
        if (clause.Has(Sense.Create) || keeps)
        {
            // "a 30 s version using the first half minute": the length is said twice.
            clause.TakeAll(Sense.Length);
        }

        // "the first 3 seconds of each clip"
        var ofEach = clause.Has(Sense.Each) && clause.Has(Sense.Clip, Sense.Shot);
        var shots = wishes.TakeShots(clause, bareWords: false);
        shots = ofEach ? [new ShotReference(null, Kind: Timeline.PictureKind.Video)] : shots;
        foreach (var stretch in stretches)
        {
            wishes.Add(new CutStretch(Of(stretch), shots.Count > 0 ? shots[0] : null, keeps && (to || !cuts || trims)));
        }

        wishes.Topic = Sense.Video;
    }

    /// <summary>"cut 10 seconds out of the middle", "trim it so that it starts at 3 seconds".</summary>
    private static Func<TimeSpan, StretchOf>? Inner(Clause clause, int length) =>
        clause.Has(Sense.Middle) || (clause.Peek(Sense.Position) is { Value: "center" }) || clause.Peek(Sense.ShotPlace) is { Value: "middle" } ? StretchOf.Middle
        : clause.Has(Sense.Start) && clause.SenseAt(length - 1) == Sense.At ? StretchOf.Head
        : null;

    /// <summary>"-5 s" has a space before the sign and none behind it; "3-5 s" and "photo - 5 s" do not.</summary>
    private static bool IsNegative(Clause clause, int length) => length >= 2 && clause.Terms[length - 1] is { Sense: Sense.Mark, Value: "-" } sign
        && sign.End == clause.Terms[length].At && clause.Terms[length - 2].End < sign.At;

    /// <summary>"sprinkle glitter for 3 seconds": the time belongs to what nobody here can read, never to the whole.</summary>
    private static bool IsForSomethingUnknown(Clause clause, int length, Wishes wishes)
    {
        if (clause.Terms.Any(term => term.Sense is Sense.Video or Sense.Slideshow or Sense.Join or Sense.It or Sense.Whole || (term.Sense == Sense.Create && !wishes.HasTimeline))
            || !clause.Open.Any(index => clause.Terms[index].Sense == Sense.Word))
        {
            return false;
        }

        var isBeside = clause.SenseAt(length - 1) is Sense.Word || clause.SenseAt(length - 1) is Sense.For || clause.SenseAt(length + 1) is Sense.For;
        return clause.Terms.Any(term => term.Sense is Sense.Add or Sense.Put or Sense.Make) || (isBeside && (wishes.HasTimeline || clause.SenseAt(length - 1) == Sense.For));
    }

    /// <summary>"cut everything after 0:30", "keep only that".</summary>
    private static void EdgeByMoment(Clause clause, Wishes wishes, bool cuts)
    {
        var keeps = clause.Has(Sense.Keep);
        if (keeps && wishes.Stretch is { } spokenOf && !clause.Has(Sense.Media, Sense.ShotPlace))
        {
            clause.TakeAll(Sense.Keep);
            wishes.Add(new CutStretch(spokenOf, null, Keep: true));
            wishes.Stretch = null;
            return;
        }

        // "0:50 to 1:00 is only coughing, cut that"
        if (cuts && wishes.Stretch is { } blamed && clause.Has(Sense.It, Sense.Shot) && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Moment, Sense.Length, Sense.Title, Sense.Music))
        {
            clause.TakeAll(Sense.Cut, Sense.Remove, Sense.It, Sense.Shot);
            wishes.Add(new CutStretch(blamed, null, Keep: false));
            wishes.Stretch = null;
            return;
        }

        if (!cuts && !keeps)
        {
            return;
        }

        var relation = clause.Peek(Sense.After, Sense.Before, Sense.From);
        if (relation is null || clause.Peek(Sense.Moment, Sense.Length) is not { } moment)
        {
            return;
        }

        if (keeps && !cuts && relation.Sense is Sense.From or Sense.After && wishes.Topic == Sense.Music && clause.Peek(Sense.Keep)!.Text.Contains("only", StringComparison.OrdinalIgnoreCase)
            && wishes.StartMusic(moment.Time))
        {
            // "upbeat music, but only from second 10"
            clause.TakeAll(Sense.Keep, Sense.From, Sense.After, Sense.Moment, Sense.Length);
            return;
        }

        clause.TakeAll(Sense.Cut, Sense.Remove, Sense.Keep, Sense.Moment, Sense.Length, Sense.All, Sense.Video);
        var stretch = relation.Sense == Sense.Before ? StretchOf.Head(moment.Time) : StretchOf.After(moment.Time);
        var shots = wishes.TakeShots(clause, bareWords: false);
        wishes.Add(new CutStretch(stretch, shots.Count > 0 ? shots[0] : null, keeps));
    }

    /// <summary>A length, or behind "each" a number: "the other two just 2 each".</summary>
    private static TimeSpan? LengthOfOthers(Clause clause)
    {
        if (clause.Take(Sense.Length) is { } length)
        {
            return length.Time;
        }

        var numbers = clause.OpenOf(Sense.Number).Where(row => clause.SenseAt(row.Index - 1) != Sense.Other).ToList();
        return numbers is [.., var (index, number)] && number.Number is > 0 and <= 120 && clause.Take(Sense.Each) is not null ? TimeSpan.FromSeconds(clause.TakeAt(index).Number) : null;
    }

    /// <summary>"5 seconds on the cover, the others just 2 each": after a length a number alone is one too.</summary>
    private static void BareNumber(Clause clause, Wishes wishes)
    {
        if (!wishes.Operations.OfType<SetShotLength>().Any() || !clause.Has(Sense.Other, Sense.Each, Sense.Media, Sense.ShotPlace)
            || clause.OpenOf(Sense.Number) is not [var (_, number)] || number.Number is <= 0 or > 120 || clause.Has(Sense.Percent, Sense.Speed, Sense.Volume, Sense.Music))
        {
            return;
        }

        clause.TakeAll(Sense.Number, Sense.Each, Sense.Make);
        var length = TimeSpan.FromSeconds(number.Number);
        var shots = clause.TakeAll(Sense.Other).Count > 0 ? [] : wishes.TakeShots(clause);
        if (shots.Count == 0)
        {
            wishes.AddFirst(new SetShotLength(ShotReference.All, length));
        }

        foreach (var shot in shots)
        {
            wishes.Add(new SetShotLength(shot, length));
        }
    }

    private static StretchOf Of(Term term) => term.Sense switch
    {
        Sense.Head => StretchOf.Head(term.Time),
        Sense.Tail => StretchOf.Tail(term.Time),
        _ => StretchOf.Between(term.Time, term.Until),
    };

    private static void Lengths(Clause clause, Wishes wishes)
    {
        var relative = clause.Has(Sense.Lengthen, Sense.More) ? 1 : clause.Has(Sense.Shorten, Sense.Less) ? -1 : 0;
        if (clause.Peek(Sense.Lengthen) is { Number: > 0 } multiple)
        {
            clause.TakeAll(Sense.Lengthen, Sense.Make);
            var stretched = wishes.TakeShots(clause);
            wishes.Add(new SetShotLength(stretched.Count > 0 ? stretched[0] : ShotReference.All, null, multiple.Number));
            return;
        }

        if (clause.Has(Sense.Lengthen) && clause.Peek(Sense.Twice, Sense.Half) is { } factor)
        {
            clause.TakeAll(Sense.Twice, Sense.Half, Sense.Lengthen, Sense.Make);
            var longer = wishes.TakeShots(clause);
            wishes.Add(new SetShotLength(longer.Count > 0 ? longer[0] : ShotReference.All, null, factor.Sense == Sense.Half ? 0.5 : factor.Number));
            return;
        }

        var at = clause.IndexOf(Sense.Length);
        if (at < 0 && clause.Has(Sense.Make) && clause.IndexOf(Sense.Moment) is > 0 and var moment && clause.SenseAt(moment - 1) == Sense.It)
        {
            // "make it 1:15"
            at = moment;
        }

        if (at < 0)
        {
            BareNumber(clause, wishes);
            return;
        }

        if (clause.SenseAt(at - 1) == Sense.At && clause.Has(Sense.Start) && !clause.Has(Sense.Cut))
        {
            var from = Words.Seconds(clause.TakeAt(at).Time);
            var ofOne = clause.Take(Sense.Media, Sense.ShotPlace);
            clause.TakeAll(Sense.Start, Sense.Make, Sense.It, Sense.Video);
            wishes.Note(ofOne is not null ? $"To leave out the beginning of one clip, say \"cut the first {from} of\" and its name." :
                $"A video always starts at 0. To leave its beginning out, say \"cut the first {from}\".");
            return;
        }

        if (clause.Has(Sense.Cut, Sense.Remove) && Inner(clause, at) is { } inner)
        {
            var gap = clause.TakeAt(at).Time;
            var whose = wishes.TakeShots(clause, bareWords: false).Where(shot => !shot.Middle).ToList();
            clause.TakeAll(Sense.Cut, Sense.Remove, Sense.Middle, Sense.Position, Sense.Off, Sense.Start, Sense.At, Sense.It, Sense.Video, Sense.Clip);
            wishes.Add(new CutStretch(inner(gap), whose.Count > 0 ? whose[0] : null, Keep: false));
            wishes.Topic = Sense.Video;
            return;
        }

        if (IsNegative(clause, at))
        {
            clause.TakeAt(at);
            wishes.Note("A video cannot have a length below zero, so it stays as it is. To make it shorter, say \"make it 5 seconds shorter\".");
            return;
        }

        var isLasting = clause.Terms[at].Value == Measures.Lasting || clause.SenseAt(at - 1) == Sense.For;
        var length = clause.TakeAt(at).Time;
        var cuts = clause.Has(Sense.Cut);
        // "make them 3 seconds": several things are each of that length.
        var each = clause.Has(Sense.Each) || (clause.Peek(Sense.It) is { } pronoun && pronoun.Text.ToLowerInvariant() is "them" or "these" or "those" && !cuts && !clause.Has(Sense.Create, Sense.Join));
        // "shorten each to 4 s", "extend to 40 s": with "to" it is the length itself.
        relative = clause.SenseAt(at - 1) == Sense.To || (clause.Has(Sense.To) && !clause.Has(Sense.By)) ? 0 : relative;
        var isStill = clause.Has(Sense.Still) && !clause.Has(Sense.Create, Sense.Video, Sense.Slideshow, Sense.Join);
        // "10 pics, 1 minute": counted, they share the length.
        isStill = isStill && clause.SenseAt(clause.IndexOf(Sense.Still) - 1) != Sense.Number;
        if (clause.Has(Sense.Other) && LengthOfOthers(clause) is { } others)
        {
            // "the first photo 5 s, the others 2 s"
            wishes.AddFirst(new SetShotLength(ShotReference.All, others));
        }

        var shots = wishes.TakeShots(clause, bareWords: !each);
        if (shots.Count == 0 && (isLasting || wishes.Operations.Count == 0) && clause.Has(Sense.It) && wishes is { Topic: Sense.Shot, LastShot: { } spokenOf })
        {
            shots = [spokenOf];
        }

        clause.TakeAll(Sense.Cut, Sense.Make, Sense.Lengthen, Sense.Shorten, Sense.More, Sense.Less, Sense.Each, Sense.Still, Sense.Clip, Sense.Shot, Sense.Keep);
        if (each || isStill || shots.Any(shot => !shot.IsAll))
        {
            var named = shots.Where(shot => !shot.IsAll).ToList();
            foreach (var shot in named.Count == 0 ? [ShotReference.All] : named)
            {
                wishes.Add(relative == 0 ? new SetShotLength(shot, length) : new SetShotLength(shot, null, More: length * relative));
            }

            wishes.Topic = Sense.Shot;
            return;
        }

        if (cuts && clause.SenseAt(at - 1) == Sense.By)
        {
            relative = -1;
        }

        if (relative == 0 && IsForSomethingUnknown(clause, at, wishes))
        {
            wishes.Note($"I could not tell what the {Words.Seconds(length)} are for, so the length of the video stays as it is. "
                + $"Say \"make the video {Words.Seconds(length)} long\", or put the words of a title in quotes.");
            return;
        }

        wishes.Add(new SetTotal(relative == 0 ? length : length * relative, relative != 0, cuts));
        wishes.Topic = Sense.Video;
    }
}
