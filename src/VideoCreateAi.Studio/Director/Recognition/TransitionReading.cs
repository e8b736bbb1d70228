using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What happens between two shots.</summary>
internal static class TransitionReading
{
    private static readonly TimeSpan s_usualTransition = TimeSpan.FromMilliseconds(500);

    // What is longer is the length of the video, said behind a transition.
    private static readonly TimeSpan s_longestTransition = TimeSpan.FromSeconds(5);

    public static void Read(Clause clause, Wishes wishes)
    {
        var at = Kind(clause);
        var noun = clause.IndexOf(Sense.Transition);
        var isFadeAlone = at < 0 && noun < 0 && clause.Has(Sense.Fade) && !clause.Has(Sense.FromBlack, Sense.ToBlack, Sense.Music, Sense.Start, Sense.End)
            && (wishes.Topic != Sense.Music || (clause.Has(Sense.Between) && clause.Has(Sense.Clip, Sense.Still, Sense.Shot)));
        if (at < 0 && noun < 0 && !isFadeAlone)
        {
            GoesOn(clause, wishes);
            return;
        }

        var removes = clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo) || (noun >= 0 && clause.Terms[noun].Value == "none");
        // "make that fade 2 seconds": those that are there, and no others.
        var ofThose = at < 0 && noun < 0 && !clause.Has(Sense.Add, Sense.Create, Sense.With, Sense.Between) && wishes.Input.Current?.Shots().Any(shot => shot.Transition is not null) == true;
        var kind = ofThose ? null
            : at >= 0 ? clause.Terms[at].Value
            : isFadeAlone || clause.Has(Sense.Fade) ? "fade"
            : clause.Has(Sense.Motion) ? "zoom"
            : null;
        var anchor = at >= 0 ? at : noun >= 0 ? noun : clause.IndexOf(Sense.Fade);
        var length = LengthNear(clause, anchor);
        var where = Cut(clause, wishes) ?? MadeLast(clause, wishes);
        clause.TakeAll(Sense.TransitionKind, Sense.Transition, Sense.Fade, Sense.Add, Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo, Sense.Replace, Sense.Instead);
        if (kind == "zoom")
        {
            clause.TakeAll(Sense.Motion);
        }

        var pace = clause.Take(Sense.Slower, Sense.Lengthen) is not null ? 2 : clause.Take(Sense.Faster, Sense.Shorten) is not null ? 0.5 : (double?)null;
        length ??= pace is { } factor && wishes.Input.Current is { } now
            ? WholeMilliseconds.Of((ShotLayout.Shots(now).Select(shot => shot.Transition?.Duration).FirstOrDefault(known => known is not null) ?? s_usualTransition).TotalMilliseconds * factor)
            : null;
        if (clause.Take(Sense.Between) is not null)
        {
            clause.Take(Sense.And);
            var shots = wishes.TakeShots(clause);
            shots = shots.Count > 0 ? shots : [.. clause.TakeAll(Sense.Number).Select(term => ShotReference.Nth((int)term.Number))];
            clause.TakeAll(Sense.Keep);
            where = shots.Count == 0 || shots.Any(shot => shot.IsAll) ? null : shots;
        }

        clause.TakeAll(Sense.All, Sense.Each, Sense.Both);
        wishes.Add(new SetTransitions(removes ? "none" : kind, length, where));
        wishes.Topic = Sense.Transition;
    }

    /// <summary>"replace the wipes with slides": of two kinds the one that is wished for.</summary>
    private static int Kind(Clause clause)
    {
        var kinds = clause.OpenOf(Sense.TransitionKind).Select(row => row.Index).ToList();
        return kinds.Count < 2 || !clause.Has(Sense.Replace, Sense.Instead, Sense.Make, Sense.To) ? clause.IndexOf(Sense.TransitionKind)
            : clause.SenseAt(kinds[^1] - 1) == Sense.Instead ? kinds[0] : kinds[^1];
    }

    /// <summary>"the blends are a bit quick, make them 2 seconds each"</summary>
    private static void GoesOn(Clause clause, Wishes wishes)
    {
        if (wishes.Topic != Sense.Transition || !(clause.Has(Sense.It, Sense.Each) || wishes.Operations is [.., SetTransitions { Length: null }]) || clause.Peek(Sense.Length) is not { } length || length.Time > s_longestTransition
            || clause.Has(Sense.Still, Sense.Clip, Sense.Media, Sense.ShotPlace, Sense.Video, Sense.Title, Sense.Quote, Sense.Music, Sense.Create, Sense.Head, Sense.Tail, Sense.Cut, Sense.Logo))
        {
            return;
        }

        clause.TakeAll(Sense.Length, Sense.It, Sense.Each, Sense.Make, Sense.Put, Sense.For, Sense.Shot);
        wishes.Add(new SetTransitions(null, length.Time, null));
    }

    /// <summary>"the last cut", "the second transition", "from the beach to the hotel": which of them.</summary>
    private static IReadOnlyList<ShotReference>? Cut(Clause clause, Wishes wishes)
    {
        foreach (var index in clause.Open.Where(index => clause.SenseAt(index) is Sense.Ordinal or Sense.Last).ToList())
        {
            var noun = clause.SenseAt(index + 1) is Sense.Transition or Sense.TransitionKind or Sense.Cut ? index + 1
                : clause.SenseAt(index - 1) is Sense.Transition or Sense.TransitionKind or Sense.Cut ? index - 1 : -1;
            if (noun >= 0 && clause.Terms[index] is { Sense: Sense.Last } or { Number: not 0 })
            {
                clause.TakeAt(noun);
                var nth = clause.TakeAt(index);
                return [nth.Sense == Sense.Last ? ShotReference.Nth(-1) : ShotReference.Nth((int)nth.Number + (nth.Number > 0 ? 1 : 0))];
            }
        }

        var named = clause.Open.Where(index => clause.Terms[index].Sense == Sense.ShotPlace || wishes.IsPicture(clause.Terms[index])).ToList();
        if (named is not [var from, var to] || clause.Has(Sense.Between) || !(clause.SenseAt(to - 1) == Sense.To || clause.SenseAt(from - 1) == Sense.From))
        {
            return null;
        }

        return wishes.TakeShots(clause);
    }

    /// <summary>"make that fade 2 seconds": the one that the message before put between two of the shots.</summary>
    private static List<ShotReference>? MadeLast(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.It) || clause.Has(Sense.All, Sense.Each, Sense.Both) || wishes.Input is not { Current: { } now, Previous: [{ } before, ..] } || before.Shots().Count != now.Shots().Count)
        {
            return null;
        }

        var changed = now.AllCuts().Where(cut => now.Shots()[cut].Transition is not null && now.Shots()[cut].Transition != before.Shots()[cut].Transition).ToList();
        return changed.Count is 0 || changed.Count == now.AllCuts().Count() ? null : [.. changed.Select(cut => ShotReference.Nth(cut + 1))];
    }

    private static TimeSpan? LengthNear(Clause clause, int anchor)
    {
        var alone = clause.Has(Sense.Between)
            || (clause.Has(Sense.TransitionKind) && clause.Has(Sense.For) && !clause.Has(Sense.Create, Sense.Slideshow, Sense.Make))
            || (clause.Has(Sense.TransitionKind) && clause.IndexOf(Sense.Each) > anchor && !clause.Has(Sense.Still, Sense.Clip))
            || !(clause.Has(Sense.Create, Sense.Video, Sense.Slideshow, Sense.Still) || (clause.Has(Sense.Each) && clause.Has(Sense.Clip, Sense.Shot)));
        var near = clause.Open.Where(index => clause.Terms[index].Sense == Sense.Length && clause.Terms[index].Time <= s_longestTransition)
            .OrderBy(index => Math.Abs(index - anchor)).Select(index => (int?)index).FirstOrDefault();
        return near is { } index && (alone || index == anchor - 1 || (index > anchor && index <= anchor + 2)) ? clause.TakeAt(index).Time : null;
    }
}
