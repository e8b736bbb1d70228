using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"fade in for one second", "fade it out over the last 2 seconds", "fade in and out".</summary>
internal static class FadeReading
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(1);

    public static (TimeSpan? In, TimeSpan? Out) Take(Clause clause)
    {
        Placed(clause);
        var both = clause.Peek(Sense.FadeInWord) is { Value: "both" } || (clause.Has(Sense.FadeInWord) && clause.Has(Sense.FadeOutWord) && clause.Has(Sense.Both, Sense.Each));
        var fadesIn = clause.Has(Sense.FadeInWord, Sense.FromBlack);
        var fadesOut = both || clause.Has(Sense.FadeOutWord, Sense.ToBlack);
        if (!fadesIn && !fadesOut)
        {
            return (null, null);
        }

        var removes = clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Undo);
        var inAt = clause.IndexOf(Sense.FadeInWord, Sense.FromBlack);
        var outAt = clause.IndexOf(Sense.FadeOutWord, Sense.ToBlack);
        clause.TakeAll(Sense.FadeInWord, Sense.FadeOutWord, Sense.FromBlack, Sense.ToBlack, Sense.Fade);
        var lengths = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Length or Sense.Head or Sense.Tail || IsBareTime(clause.Terms[index])).ToList();
        TimeSpan? fadeIn = fadesIn ? s_usual : null;
        TimeSpan? fadeOut = fadesOut ? s_usual : null;
        foreach (var index in lengths)
        {
            var term = clause.TakeAt(index);
            var time = IsBareTime(term) ? TimeSpan.FromSeconds(term.Sense == Sense.Number ? term.Number : term.Second) : term.Time;
            var isForOut = fadesOut && (!fadesIn || both || (outAt > inAt ? index > outAt : index < inAt));
            fadeOut = isForOut ? time : fadeOut;
            fadeIn = fadesIn && (!isForOut || both) ? time : fadeIn;
        }

        clause.TakeAll(Sense.End, Sense.Start);
        if (removes)
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Undo);
            return (fadesIn ? TimeSpan.Zero : null, fadesOut ? TimeSpan.Zero : null);
        }

        return (fadeIn, fadeOut);
    }

    /// <summary>"make that fade 2 seconds": the one that was made last, at an end of the picture or of the music.</summary>
    public static void OfTheLast(Clause clause, Wishes wishes)
    {
        var fade = clause.IndexOf(Sense.Fade);
        if (fade < 0 || wishes.Input.Current is not { } now || !clause.Has(Sense.Length, Sense.Lengthen, Sense.Shorten)
            || clause.Has(Sense.Add, Sense.Create, Sense.With, Sense.Between, Sense.Transition, Sense.TransitionKind, Sense.Start, Sense.End, Sense.Title, Sense.Music, Sense.Each, Sense.All, Sense.Still, Sense.Clip, Sense.Replace, Sense.FromBlack, Sense.ToBlack, Sense.FadeInWord, Sense.FadeOutWord))
        {
            return;
        }

        foreach (var before in wishes.Input.Previous.Append(null))
        {
            var old = before ?? new VideoTimeline();
            if (old.FadeOut != now.FadeOut || old.FadeIn != now.FadeIn)
            {
                clause.Reread(fade, now.FadeOut > TimeSpan.Zero && old.FadeOut != now.FadeOut ? Sense.FadeOutWord : Sense.FadeInWord, "");
                return;
            }

            if (old.Sounds(SoundRole.Music) is [.., var was] && now.Sounds(SoundRole.Music) is [.., var plays] && was.FadeOut != plays.FadeOut && clause.Peek(Sense.Length) is { } length)
            {
                clause.TakeAll(Sense.Fade, Sense.Length, Sense.Make, Sense.It, Sense.For);
                wishes.Add(new EditMusic { FadeOut = length.Time, ChangeOnly = true });
                return;
            }

            if (!old.Shots().Select(shot => shot.Transition).SequenceEqual(now.Shots().Select(shot => shot.Transition)))
            {
                return;
            }
        }
    }

    /// <summary>"a fade at the end": told by its place.</summary>
    private static void Placed(Clause clause)
    {
        var fade = clause.IndexOf(Sense.Fade);
        if (fade < 0 || clause.Has(Sense.Between, Sense.Transition, Sense.Still, Sense.Clip, Sense.Title))
        {
            return;
        }

        var start = clause.IndexOf(Sense.Start);
        var end = clause.IndexOf(Sense.End);
        if (start >= 0 || end >= 0)
        {
            clause.Reread(fade, start >= 0 ? Sense.FadeInWord : Sense.FadeOutWord, start >= 0 && end >= 0 ? "both" : "");
        }
    }

    /// <summary>"over the final 3"</summary>
    private static bool IsBareTime(Term term) => term is { Sense: Sense.Number, Number: > 0 and < 60 }
        or { Sense: Sense.ShotPlace, Value: "", Number: 1 or -1, Second: > 1 and < 60 };
}
