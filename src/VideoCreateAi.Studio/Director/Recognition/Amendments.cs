using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"hmm, 2.5 is better", 还是4秒吧, "make it 15": a value and nothing that it is of, so it is of what the message before set.</summary>
internal static class Amendments
{
    private const double Longest = 600;

    public static bool Read(IReadOnlyList<Sentence> sentences, Wishes wishes)
    {
        if (sentences is not [{ Clauses: [var clause] }] || wishes.Input is not { Current: { IsEmpty: false } now, Previous: [var earlier, ..] }
            || clause.Terms.Where(IsValue).ToList() is not [var value] || value.Number <= 0 || !clause.Terms.All(term => IsValue(term) || IsTalk(term)) || clause.Terms.Count(term => term.Sense == Sense.Word) > 3)
        {
            return false;
        }

        var before = earlier ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, []);
        if (Meant(before, now, value) is not { } operation)
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Add(operation);
        return true;
    }

    private static EditOperation? Meant(VideoTimeline before, VideoTimeline now, Term value)
    {
        var share = value.Sense is Sense.Percent or Sense.Number;
        if (share && now.Sounds(SoundRole.Music) is [.., var music] && !before.Sounds(SoundRole.Music).Any(old => old.Volume == music.Volume) && (value.Sense == Sense.Percent || value.Number >= 5))
        {
            return new EditMusic { Volume = value.Number / 100, ChangeOnly = true };
        }

        if (value.Sense == Sense.Percent || (value.Sense == Sense.Number && value.Number > Longest))
        {
            return null;
        }

        var time = value.Sense == Sense.Number ? TimeSpan.FromSeconds(value.Number) : value.Time;
        return LengthOfShots(before, now, time) ?? Decoration(before, now, time);
    }

    private static EditOperation? Decoration(VideoTimeline before, VideoTimeline now, TimeSpan time)
    {
        if (before.FadeIn != now.FadeIn || before.FadeOut != now.FadeOut)
        {
            return new SetFades(before.FadeIn != now.FadeIn ? time : null, before.FadeOut != now.FadeOut ? time : null);
        }

        if (now.Shots().Any(shot => shot.Transition is not null) && !before.Shots().Select(shot => shot.Transition).SequenceEqual(now.Shots().Select(shot => shot.Transition)))
        {
            return new SetTransitions(null, time, null);
        }

        var titles = now.Texts(TextRole.Title).Where(title => !before.Texts(TextRole.Title).Any(other => other.Text == title.Text && other.Range == title.Range)).ToList();
        return titles is [var only] ? new ChangeTitle(only.Text, null, WhenShown.Unsaid with { Length = time }, new TextLook()) : null;
    }

    /// <summary>All shots, one of them, or the whole: where all are of one length, what lies nearer to the new value was meant.</summary>
    private static EditOperation? LengthOfShots(VideoTimeline before, VideoTimeline now, TimeSpan time)
    {
        var (old, shots) = (before.Shots(), now.Shots());
        var changed = old.Count != shots.Count ? [] : Enumerable.Range(0, shots.Count).Where(index => shots[index].Slot() != old[index].Slot()).ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        var each = shots[changed[0]].Slot();
        var isEach = changed.TrueForAll(index => shots[index].Slot() == each) && Distance(each, time) < Distance(now.ProgrammeEnd(), time);
        return changed is [var one] && (shots.Count > 1 || isEach) ? new SetShotLength(ShotReference.Nth(one + 1), time)
            : !isEach || changed.Count < 2 ? new SetTotal(time)
            : changed.Count < shots.Count && changed.TrueForAll(index => shots[index].Kind == PictureKind.Image) ? new SetShotLength(new ShotReference(null, Kind: PictureKind.Image), time)
            : new SetShotLength(ShotReference.All, time);
    }

    private static double Distance(TimeSpan one, TimeSpan other) => Math.Abs(Math.Log(Math.Max(1, one.TotalMilliseconds) / Math.Max(1, other.TotalMilliseconds)));

    private static bool IsValue(Term term) => term.Sense is Sense.Number or Sense.Length or Sense.Percent;

    private static bool IsTalk(Term term) => term.Sense is Sense.Mark or Sense.Instead or Sense.Mistake or Sense.Improve or Sense.Question or Sense.Praise or Sense.Word or Sense.It or Sense.Make or Sense.To or Sense.At
        or Sense.For or Sense.But or Sense.And or Sense.Then or Sense.Put or Sense.Replace or Sense.Only;
}
