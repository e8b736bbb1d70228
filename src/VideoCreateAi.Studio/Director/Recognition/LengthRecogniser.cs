using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How long single shots and the whole last.</summary>
internal static class LengthRecogniser
{
    private const double LongestTransition = 3000;

    public static void Read(Clause clause, Wishes wishes)
    {
        if (clause.Terms.Any(term => term.Sense is Sense.Transition or Sense.TransitionKind) && clause.Has(Sense.Each) && !clause.Has(Sense.Still, Sense.Video, Sense.Slideshow, Sense.Media, Sense.ShotPlace, Sense.Create))
        {
            // How long the transitions are is read by who reads them.
            return;
        }

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

        if (clause.Has(Sense.Lengthen) && clause.IndexOf(Sense.Moment) is > 0 and var until && clause.SenseAt(until - 1) == Sense.To && wishes.Input.Current?.Shots() is [{ Kind: PictureKind.Video }])
        {
            // "let it run on till 0:25": a time of the clip, which was cut before.
            wishes.Add(new TrimSource(ShotReference.Nth(1), null, clause.TakeAt(until).Time));
            clause.TakeAll(Sense.Lengthen, Sense.Make, Sense.It, Sense.To);
            return;
        }

        if (wishes.Last is SetTransitions { Length: null, Kind: not "none" } fades && clause.Peek(Sense.Length) is { Number: <= LongestTransition } lasting
            && clause.Open.All(index => clause.SenseAt(index) is Sense.Length or Sense.Each or Sense.For or Sense.Mark or Sense.And or Sense.Half or Sense.It))
        {
            // "quick fades between the clips, half a second"
            clause.TakeEverything();
            wishes.ReplaceLast(fades with { Length = lasting.Time });
            return;
        }

        if (BareLengths.OfTheInserted(clause, wishes) || LengthLists.Read(clause, wishes))
        {
            return;
        }

        var at = clause.IndexOf(Sense.Length);
        if (at < 0 && clause.Has(Sense.Make) && clause.IndexOf(Sense.Moment) is > 0 and var moment && clause.SenseAt(moment - 1) == Sense.It)
        {
            // "make it 1:15"
            at = moment;
        }

        if (at < 0 && clause.Has(Sense.Start) && clause.IndexOf(Sense.Moment) is > 0 and var begin && clause.SenseAt(begin - 1) == Sense.At)
        {
            at = begin;
        }

        if (at < 0)
        {
            BareLengths.Number(clause, wishes);
            return;
        }

        if (clause.SenseAt(at - 1) == Sense.At && clause.Has(Sense.Start) && !clause.Has(Sense.Cut))
        {
            // "it should start at 5 s": what lies before is not wanted.
            var from = clause.TakeAt(at).Time;
            clause.TakeAll(Sense.Start, Sense.Make, Sense.It, Sense.Video, Sense.At);
            var starting = wishes.TakeShots(clause, bareWords: false);
            wishes.Add(new CutStretch(StretchOf.Head(from), starting.Count > 0 ? starting[0] : null, keep: false));
            return;
        }

        if ((clause.SenseAt(at - 1) == Sense.At && clause.Open.Any(index => clause.Terms[index].Sense == Sense.Word) && !clause.Has(Sense.Cut, Sense.Remove, Sense.Split, Sense.Media, Sense.ShotPlace))
            || (clause.SenseAt(at - 1) == Sense.Over && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Each)))
        {
            // "it comes in at the 5 second mark", "ease them in over two seconds": when, and not how long.
            return;
        }

        if (clause.Has(Sense.Cut, Sense.Remove) && Inner(clause, at) is { } inner)
        {
            var gap = clause.TakeAt(at).Time;
            var whose = wishes.TakeShots(clause, bareWords: false).Where(shot => !shot.Middle).ToList();
            clause.TakeAll(Sense.Cut, Sense.Remove, Sense.Middle, Sense.Position, Sense.Off, Sense.Start, Sense.At, Sense.It, Sense.Video, Sense.Clip);
            wishes.Add(new CutStretch(inner(gap), whose.Count > 0 ? whose[0] : null, keep: false));
            wishes.Topic = Sense.Video;
            return;
        }

        if (clause.Does(Sense.Cut, Sense.Remove, Sense.Shorten) && clause.SenseAt(at - 1) is not (Sense.To or Sense.For or Sense.At) && clause.Peek(Sense.Start, Sense.End) is { } edge && !clause.Has(Sense.To, Sense.Each, Sense.Moment))
        {
            // "schneid hinten zehn Sekunden weg": the edge stands far from its length.
            var cutOff = clause.TakeAt(at).Time;
            clause.TakeAll(Sense.Cut, Sense.Remove, Sense.Shorten, Sense.Start, Sense.End, Sense.Off, Sense.From, Sense.By);
            var cutFrom = wishes.TakeShots(clause, bareWords: false);
            wishes.Add(new CutStretch(edge.Sense == Sense.Start ? StretchOf.Head(cutOff) : StretchOf.Tail(cutOff), cutFrom.Count > 0 ? cutFrom[0] : null, keep: false));
            wishes.Topic = Sense.Video;
            return;
        }

        if (relative > 0 && clause.Has(Sense.Start) && wishes.HasTimeline && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.To))
        {
            // "3 more seconds at the front"
            var more = clause.TakeAt(at).Time;
            clause.TakeAll(Sense.More, Sense.Lengthen, Sense.Start, Sense.At, Sense.Add, Sense.It, Sense.Make);
            wishes.Add(new GrowStart(more));
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
        // "a 26 s slideshow, the same time for every photo"
        var sharesOut = clause.Has(Sense.Slideshow, Sense.Create) && clause.IndexOf(Sense.Each) is >= 0 and var shared && clause.Terms.Skip(at).Take(Math.Max(0, shared - at)).Any(term => term is { Sense: Sense.Mark, Value: "," });
        sharesOut = sharesOut || (clause.Has(Sense.Even) && clause.Has(Sense.Video, Sense.Whole));
        var each = (clause.Has(Sense.Each) && !sharesOut) || (clause.Peek(Sense.It) is { } pronoun && pronoun.Text.ToLowerInvariant() is "them" or "these" or "those" && !cuts && !clause.Has(Sense.Create, Sense.Join, Sense.Slideshow) && !IsPiece(clause) && clause.SenseAt(clause.IndexOf(Sense.It) - 1) is not (Sense.From or Sense.Off or Sense.With));
        // "shorten each to 4 s", "extend to 40 s": with "to" it is the length itself.
        relative = clause.SenseAt(at - 1) == Sense.To || (clause.Has(Sense.To) && !clause.Has(Sense.By) && clause.SenseAt(at - 1) is not (Sense.More or Sense.Less)) ? 0 : relative;
        // "a bit longer: 5 seconds", "a bit longer, 5 seconds"; but "longer, 5 seconds more".
        relative = at > 0 && clause.Terms[at - 1] is { Sense: Sense.Mark, Value: ":" or "," } && !clause.Has(Sense.More, Sense.Less) ? 0 : relative;
        var isStill = clause.Has(Sense.Still) && !clause.Has(Sense.Create, Sense.Video, Sense.Slideshow, Sense.Join);
        // "3 seconds per photo": whatever else is said
        isStill = isStill || IsOfEach(clause, Sense.Still);
        // "10 pics, 1 minute": counted, they share the length.
        isStill = isStill && !sharesOut && clause.SenseAt(clause.IndexOf(Sense.Still) - 1) != Sense.Number;
        if (clause.Has(Sense.Other) && BareLengths.OfOthers(clause) is { } others)
        {
            // "the first photo 5 s, the others 2 s"
            wishes.AddFirst(new SetShotLength(ShotReference.All, others));
        }

        var isClip = clause.Has(Sense.Clip) && clause.Has(Sense.Each) && !isStill || IsOfEach(clause, Sense.Clip);
        var but = clause.IndexOf(Sense.But);
        var firstShot = clause.IndexOf(Sense.Media, Sense.ShotPlace, Sense.Last, Sense.Ordinal);
        var shots = wishes.TakeShots(clause, bareWords: !each || but >= 0);
        var isOfTheLast = clause.Has(Sense.It) ? isLasting || wishes.Operations.Count == 0 || clause.Has(Sense.Add) : isLasting && wishes.Last is InsertMedia or RepeatMedia;
        if (shots.Count == 0 && isOfTheLast && !clause.Has(Sense.Video, Sense.Whole, Sense.Slideshow) && wishes is { Topic: Sense.Shot, LastShot: { } spokenOf })
        {
            shots = [spokenOf];
        }

        if (shots.Count == 0 && !each && clause.Has(Sense.It, Sense.Shot) && !clause.Has(Sense.Video, Sense.Whole, Sense.Slideshow) && wishes.JustPut() is { } put)
        {
            shots = [put];
        }

        if (shots.Count == 0 && !each && !clause.Has(Sense.Video, Sense.Whole, Sense.Slideshow, Sense.Create, Sense.Join, Sense.Over) && wishes.Mentioned is [.., var blamed] && (blamed.Sense == Sense.ShotPlace || wishes.IsPicture(blamed)))
        {
            // "the second photo drags, cut it down to two seconds"
            shots = [wishes.Place(blamed)];
        }

        if (!each && shots.All(shot => shot.IsAll) && clause.Has(Sense.Other) && relative == 0 && wishes.Named.Count > 0 && !clause.Has(Sense.Even, Sense.Whole, Sense.Video))
        {
            // 码头不要了，其他的都4秒
            clause.TakeAll(Sense.Other, Sense.All, Sense.Make, Sense.Still, Sense.Clip, Sense.Shot, Sense.Keep);
            wishes.Add(new SetShotLength(wishes.Rest([]), length));
            wishes.Topic = Sense.Shot;
            return;
        }

        clause.TakeAll(Sense.Cut, Sense.Make, Sense.Lengthen, Sense.Shorten, Sense.More, Sense.Less, Sense.Each, Sense.Still, Sense.Clip, Sense.Shot, Sense.Keep);
        if (each || isStill || shots.Any(shot => !shot.IsAll))
        {
            var named = shots.Where(shot => !shot.IsAll).ToList();
            var all = isStill && Mixed(wishes) ? new ShotReference(null, Kind: PictureKind.Image) : isClip && Mixed(wishes) ? new ShotReference(null, Kind: PictureKind.Video) : ShotReference.All;
            // "each 4 s but the last"
            named = each && named.Count > 0 && but >= 0 && but < firstShot ? [ShotReference.AllBut(named)] : named;
            foreach (var shot in named.Count == 0 ? [all] : named)
            {
                wishes.LastShot = shot.Except is [var excepted] ? excepted : shot.IsAll ? wishes.LastShot : shot;
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

    /// <summary>"cut 10 seconds out of the middle", "trim it so that it starts at 3 seconds".</summary>
    private static Func<TimeSpan, StretchOf>? Inner(Clause clause, int length) =>
        clause.Has(Sense.Middle) || (clause.Peek(Sense.Position) is { Value: "center" }) || clause.Peek(Sense.ShotPlace) is { Value: "middle" } ? StretchOf.Middle
        : clause.Has(Sense.Start) && clause.SenseAt(length - 1) == Sense.At ? StretchOf.Head
        : null;

    /// <summary>"-5 s" has a space before the sign and none behind it; "3-5 s" and "photo - 5 s" do not.</summary>
    /// <summary>"a 6 second promo of these": a whole is wished for, and its length told.</summary>
    private static bool IsPiece(Clause clause) => clause.Peek(Sense.Video) is { Value.Length: > 0 };

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

    private static bool IsOfEach(Clause clause, Sense kind) => clause.IndexOf(Sense.Each) is >= 0 and var each && clause.SenseAt(each + 1) == kind;

    private static bool Mixed(Wishes wishes) => wishes.Input.Assets.Any(asset => asset.Kind == AssetKind.Image) && wishes.Input.Assets.Any(asset => asset.Kind == AssetKind.Video);
}
